"""The command line: what each command does and prints. It must not load Qt."""
