"""Records the demo until it is killed, and tells the time of each frame; gets a folder."""

import sys
import time

from fer_desktop.core.settings import Settings
from fer_desktop.live.pipeline import LivePipeline
from fer_desktop.sessions.new_session import Recorded, open_session
from fer_desktop.sessions.recorder import Recorder
from fer_desktop.vision import assembly


def main():
    settings = Settings(model="seed", record_folder=sys.argv[1])
    recorder = Recorder(
        lambda: open_session(Recorded("demo", "Demo"), settings),
        choose=lambda faces: (),  # short rows, which fill no buffer by themselves
    )
    session = LivePipeline(
        lambda: assembly.source("demo", settings), assembly.live_analyzer, settings
    )

    def hear(analyzed):
        recorder.add(analyzed)
        print(recorder.seconds, flush=True)

    recorder.start()
    session.listen(hear)
    session.start()
    while True:
        session.poll()
        time.sleep(0.02)


main()
