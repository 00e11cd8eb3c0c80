"""The window itself: its parts, its menus, and what connects them."""
