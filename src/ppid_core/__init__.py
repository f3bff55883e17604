"""From a folder of tables to the yearly report of an Indonesian PPID."""
