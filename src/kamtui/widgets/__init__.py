"""What stands on a screen? Panes that show lines, tables, maps and prose, each usable anywhere."""
