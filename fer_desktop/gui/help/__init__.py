"""The help menu: first page, keys, licences, the report of the window."""
