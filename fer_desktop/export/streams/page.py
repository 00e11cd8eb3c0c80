"""A small page that shows what comes over the WebSocket: an example to begin with."""

from typing import Final

PAGE: Final = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>FER Desktop, live</title>
<style>
body { font: 16px/1.5 sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
meter { width: 12rem; vertical-align: middle; }
</style></head><body>
<h1>FER Desktop, live</h1>
<p id="state">connecting…</p>
<div id="faces"></div>
<script>
const state = document.getElementById("state"), faces = document.getElementById("faces");
function line(label, p) {
  const row = document.createElement("div"), bar = document.createElement("meter");
  bar.value = p;
  row.append(bar, ` ${label} ${Math.round(p * 100)} %`);
  return row;
}
function connect() {
  const socket = new WebSocket(`ws://${location.host}/`);
  socket.onopen = () => { state.textContent = "connected"; };
  socket.onclose = () => { state.textContent = "waiting…"; setTimeout(connect, 1000); };
  socket.onmessage = (message) => {
    const frame = JSON.parse(message.data);
    if ("marker" in frame) { state.textContent = `marker: ${frame.marker}`; return; }
    faces.replaceChildren(...frame.faces.map((face) => {
      const part = document.createElement("section"), head = document.createElement("h2");
      head.textContent = `face ${face.face_id}: looks like ${face.label}`;
      part.append(head, ...Object.entries(face.probabilities).map(([l, p]) => line(l, p)));
      return part;
    }));
  };
}
connect();
</script></body></html>
"""
