"""Picture mode: opened pictures, the filmstrip and the table of their faces."""
