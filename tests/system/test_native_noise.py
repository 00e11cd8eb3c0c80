"""What native code prints is thrown away, and only for as long as it was asked for."""

import os
import threading

from fer_desktop.system.native_noise import overheard, silenced


def test_only_what_is_written_inside_is_lost(capfd):
    os.write(2, b"before\n")
    with silenced():
        os.write(2, b"inside\n")
    os.write(2, b"after\n")
    assert capfd.readouterr().err == "before\nafter\n"


def test_an_error_inside_gives_the_stream_back(capfd):
    try:
        with silenced():
            raise ValueError  # noqa: TRY301
    except ValueError:
        os.write(2, b"after\n")
    assert capfd.readouterr().err == "after\n"


def test_threads_do_not_lose_the_stream(capfd):
    def work():
        for _ in range(200):
            with silenced():
                os.write(2, b"inside\n")

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    os.write(2, b"after\n")
    assert capfd.readouterr().err == "after\n"


def test_what_is_written_inside_can_be_read_afterwards(capfd):
    os.write(2, b"before\n")
    with overheard() as lines:
        os.write(2, b"one\ntwo\n")
        assert lines == []
    os.write(2, b"after\n")
    assert lines == ["one", "two"]
    assert capfd.readouterr().err == "before\nafter\n"
