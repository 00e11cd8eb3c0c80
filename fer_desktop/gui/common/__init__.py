"""What every part of the window uses: colours, words, icons, messages, small widgets."""
