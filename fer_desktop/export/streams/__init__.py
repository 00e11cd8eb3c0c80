"""Live output for other programs: Lab Streaming Layer, OSC and WebSocket. Off unless asked for."""
