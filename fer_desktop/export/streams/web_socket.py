"""A WebSocket server that tells each client every frame as JSON, the lines of `--format jsonl`."""

import asyncio
import contextlib
import http
import json
import re
import socket
import time
from collections.abc import Mapping
from concurrent.futures import Future
from typing import Any, Final

from websockets.asyncio.server import ServerConnection, serve
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

from fer_desktop.core.errors import SettingsError
from fer_desktop.core.types import AnalyzedFrame
from fer_desktop.core.wall_time import utc
from fer_desktop.export.streams.page import PAGE
from fer_desktop.export.streams.targets import Target
from fer_desktop.sessions.records import SCHEMA, frame_line
from fer_desktop.system.files import reason
from fer_desktop.system.shutdown import Worker, left_s

MOST_CLIENTS: Final = 32
MOST_WAITING: Final = 256
"""So many messages wait for a slow client; then its oldest are dropped. The others feel nothing."""
_ADDRESS: Final = r"\d+\.\d+\.\d+\.\d+|\[[0-9a-f:.]+\]"
_HERE: Final = r"127\.0\.0\.1|localhost|\[::1\]"
_START_S: Final = 10.0


class WebSocketSender:
    """Serves until it is closed. A page at the same address shows what is sent.

    Attributes:
        port: What it listens on.
    """

    def __init__(self, target: Target, model: Mapping[str, Any], source: str) -> None:
        """Begin to listen.

        Args:
            target: Where.
            model: What `model_record` gives.
            source: What the messages call `path`.

        Raises:
            SettingsError: The address can't be used; another program may.
        """
        self._target = target
        self._source = source
        self._head = {"schema": SCHEMA, "path": source, "kind": "live"}
        self._model = dict(model)
        self._waiting: dict[ServerConnection, asyncio.Queue[str]] = {}
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._ready: Future[int] = Future()
        self._thread = Worker(self._run, "web socket", self._request_stop)
        self._thread.start()
        try:
            self.port = self._ready.result(_START_S)
        except (OSError, TimeoutError, UnicodeError) as error:
            self._thread.join(_START_S)
            why = reason(error) if isinstance(error, OSError) else str(error) or "no answer"
            raise SettingsError(
                f"{target}: this address can't be used ({why}); take another port, and an address "
                "of this computer: 127.0.0.1, or 0.0.0.0 to answer the network."
            ) from error

    def send(self, analyzed: AnalyzedFrame) -> None:
        """Tell all clients a frame."""
        if not self._waiting:
            return
        frame = analyzed.frame
        wall = utc(time.time() - (time.perf_counter() - frame.captured_s))
        size = {"width": frame.width, "height": frame.height, "error": None}
        line = frame_line(self._source, analyzed, wall)
        self._tell({**self._head, **size, **line, "model": self._model})

    def mark(self, text: str, time_s: float) -> None:
        """Tell all clients a marker."""
        wall = utc(time.time() - (time.perf_counter() - time_s))
        self._tell({**self._head, "marker": text, "wall_time_utc": wall})

    def close(self) -> None:
        """Close all connections and stop listening."""
        self._request_stop()
        self._thread.join(left_s(_START_S))

    def _request_stop(self) -> None:
        with contextlib.suppress(RuntimeError):  # it has ended already
            self._loop.call_soon_threadsafe(self._stop.set)

    def _tell(self, message: Mapping[str, Any]) -> None:
        text = json.dumps(message)
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._spread, text)

    # In the thread of the server

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._serve())
        finally:
            self._loop.close()

    async def _serve(self) -> None:
        try:
            server = await serve(
                self._handle,
                self._target.host,
                self._target.port,
                process_request=self._answer,
                compression=None,
                max_size=1024,
                server_header=None,
                close_timeout=1,
            )
        except (OSError, UnicodeError) as error:
            self._ready.set_exception(error)
            return
        async with server:
            self._ready.set_result(next(iter(server.sockets)).getsockname()[1])
            await self._stop.wait()

    def _answer(self, client: ServerConnection, request: Request) -> Response | None:
        """Answer browsers that ask for the page; None lets a WebSocket begin."""
        if request.headers.get("Upgrade", "").lower() != "websocket":
            return _page(client, request)
        origins = request.headers.get_all("Origin")
        hosts = request.headers.get_all("Host")
        # A page of any other site could else look at the user's face through their browser.
        if len(origins) > 1 or not all(self._is_known(each, hosts) for each in origins):
            return client.respond(http.HTTPStatus.FORBIDDEN, "Pages of other sites are refused.\n")
        return None

    def _is_known(self, origin: str, hosts: list[str]) -> bool:
        if re.fullmatch(rf"https?://({_HERE}|{re.escape(self._target.host)})(:\d+)?", origin):
            return True
        # Our own page on another computer, at an address of this one. A name could be that of
        # another site that leads here; an address, or this computer's own name, is no other's.
        own = origin.removeprefix("http://").lower()
        name = re.escape(socket.gethostname().lower())
        is_ours = re.fullmatch(rf"({_ADDRESS}|{name}|{name}\.local)(:\d+)?", own)
        return is_ours is not None and [own] == [host.lower() for host in hosts]

    async def _handle(self, client: ServerConnection) -> None:
        if len(self._waiting) >= MOST_CLIENTS:
            await client.close(1013, "too many clients")
            return
        waiting = self._waiting[client] = asyncio.Queue(MOST_WAITING)
        # Apart: where no message comes any more, nothing would tell it that the client has gone,
        # and the server waits for its end.
        telling = asyncio.create_task(_tell_all(client, waiting))
        try:
            await client.wait_closed()
        finally:
            del self._waiting[client]
            telling.cancel()
            await asyncio.gather(telling, return_exceptions=True)

    def _spread(self, text: str) -> None:
        for waiting in self._waiting.values():
            if waiting.full():
                waiting.get_nowait()
            waiting.put_nowait(text)


async def _tell_all(client: ServerConnection, waiting: "asyncio.Queue[str]") -> None:
    with contextlib.suppress(ConnectionClosed):
        while True:
            await client.send(await waiting.get())


def _page(client: ServerConnection, request: Request) -> Response:
    if request.path != "/":
        return client.respond(http.HTTPStatus.NOT_FOUND, "There is only /.\n")
    body = PAGE.encode()
    headers = Headers(
        [
            ("Content-Type", "text/html; charset=utf-8"),
            ("Content-Length", str(len(body))),
            ("Connection", "close"),
        ]
    )
    return Response(http.HTTPStatus.OK, "OK", headers, body)
