<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open Images…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Video…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take Snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo Snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save Picture As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera S&amp;ettings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera D&amp;octor…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;xt Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;Face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Is My &amp;Neutral Face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forge&amp;t Neutral Face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table &amp;of Faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Analyze Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop Analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mirror Camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Percentages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ba&amp;rs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit to Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side &amp;Panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mi&amp;ni View, Always on Top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Own Model Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model &amp;Card…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Doctor Report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Log Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;icences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About FER Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fast: Upright Heads, near the Camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Thorough: Small Faces Too, Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;LiteRT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keras (Needs TensorFlow)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;3 Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;5 Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;10 Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search for Faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Self-&amp;Timer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O&amp;verlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;aces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CameraChoice</name>
    <message>
        <source>Looking for cameras…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera was found, so this is the built-in demo. Plug a camera in and choose it in the Camera menu, or open pictures and videos from the File menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use It</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CameraDoctor</name>
    <message>
        <source>Camera Doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check &amp;Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: looking at its picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{width} x {height} at {rate} frames a second.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CameraSettings</name>
    <message>
        <source>Camera Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Camera:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resolution:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Frames a second:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mirror the view, not the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera &amp;Doctor…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (not connected)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen by the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system does not tell what this camera offers: a choice is used if the camera can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug a camera in; it appears here by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a camera to see its picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture comes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{width} x {height} at {rate} frames a second (asked for {wide} x {high} at {often})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CameraWatch</name>
    <message>
        <source>Camera Doctor…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CameraWords</name>
    <message>
        <source>{name} works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system refuses the use of {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} gives no picture; another program may be using it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture of {name} is black.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture of {name} stands still: every frame is the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} gives very few pictures a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug a camera in. The one of a laptop may have a key or a switch of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs that use the camera: video calls, the browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the cover of the lens; some laptops have a slide or a key for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unplug the camera and plug it into another socket of the computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A virtual camera shows what its program sends: start the picture there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn on more light: in the dark cameras expose longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose 640 x 480 in Camera Settings: large raw pictures come slowly over USB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See in a terminal whether the system knows it: ls -l /dev/video*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add yourself to the group video: sudo usermod -aG video $USER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log out of the system and in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See in a terminal which program has it: fuser -v /dev/video*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See in a terminal whether its privacy switch is on: v4l2-ctl --list-ctrls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it from slowing down in the dark: v4l2-ctl --set-ctrl=exposure_dynamic_framerate=0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in the Device Manager, under Cameras, whether it is there and enabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Settings &gt; Privacy &amp; security &gt; Camera (ms-settings:privacy-webcam).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on “Camera access” and “Let desktop apps access your camera”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See whether a virus guard protects the camera, and allow it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See which apps used it last in Settings &gt; Privacy &amp; security &gt; Camera (ms-settings:privacy-webcam).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on “Let desktop apps access your camera” in Settings &gt; Privacy &amp; security &gt; Camera (ms-settings:privacy-webcam).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug it into a USB 3 socket of the computer itself, without a hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in System Information &gt; Camera whether the system knows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open System Settings &gt; Privacy &amp; Security &gt; Camera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch it on for FER Desktop; for Terminal, if the program was started there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit the program and start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unplug it and plug it in again; an iPhone needs to be near by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See whether System Settings &gt; Screen Time &gt; Content &amp; Privacy allows the camera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug it into a USB socket of the computer itself, without a hub.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChipView</name>
    <message>
        <source>The face is small: come closer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is dark: turn to the light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too bright: turn away from the light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is blurred: hold still or clean the lens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold your head upright and face the camera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network sees {width} x {height} pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network sees {width} x {height} pixels, from a face of {face}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good view of the face.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FacePanel</name>
    <message>
        <source>Looks like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face {number} looks like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between {first} and {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} sure, then {others}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valence {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A guess about the expression that is shown, not about feelings. Everything runs on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected by this person&apos;s neutral face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What valence means</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FaceTable</name>
    <message>
        <source>Table of faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detection %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Opened pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}, +{more}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpMenu</name>
    <message>
        <source>The folder can&apos;t be opened from here. The log lies in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageView</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no face</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Choose a face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge or shrink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move an enlarged picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag, or arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go through opened pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys in the row below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave full screen and mini view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go from control to control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Licences</name>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence: {terms}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This part comes without the text of its licence.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveMode</name>
    <message>
        <source>Opening {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face the camera; more light and less distance help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expressions are not analyzed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expression analysis on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{message} So it stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>FER Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Images…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to Live</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>&lt;h3&gt;FER Desktop {version}&lt;/h3&gt;&lt;p&gt;Names the expression that a face shows: anger, contempt, disgust, fear, happiness, neutral, sadness or surprise, and says when it is not sure.&lt;/p&gt;&lt;p&gt;Pictures stay on this computer; nothing is stored unless you save it. The results are guesses about expressions, not about feelings. In the European Union, reading emotions at work or in education is forbidden, with few exceptions.&lt;/p&gt;&lt;p&gt;MIT licence. Face detection: OpenCV. Window: Qt for Python (LGPL). Networks: LiteRT.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About FER Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;Valence&lt;/h3&gt;&lt;p&gt;The probability of happiness minus the strongest of sadness, anger, fear and disgust: from minus 1, an unpleasant expression, to plus 1, a pleasant one. Neutral, surprise and contempt do not count.&lt;/p&gt;&lt;p&gt;It sums up the eight bars and knows no more than they do. It says nothing about how somebody feels.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctor Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this program found on this computer:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are what its folder says; this program did not measure them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It tells none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown: this model did not come with the program. Try it on pictures that you know before you rely on it. Whatever it says is a guess about an expression, not about a feeling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model Card</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>Own Model Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow is not installed; the extra &apos;keras&apos; brings it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NeutralFace</name>
    <message>
        <source>There is no face to take as neutral.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face was lost. Keep it in the picture for three seconds and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown of this face is now corrected by its neutral face.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This face is shown uncorrected again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a neutral face and look at the camera: {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>One video is shown at a time; open the others one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>Pasted picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted picture {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathEditor</name>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ONNX files (*.onnx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureActions</name>
    <message>
        <source>&amp;Carry On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop Analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carry On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop Analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The opened pictures were analyzed with the settings of before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyze Again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureMode</name>
    <message>
        <source>Reading {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the {n} pictures can be analyzed. The first: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces seen from the front and in good light are found best.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: no picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera on: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playing: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>Probabilities of the eight expressions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>{done} of {total} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}, stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}, {left}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}, {failed} can&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {n} seconds left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about a minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {n} minutes left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about an hour left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {n} hours left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;how the First Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset to Defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All settings are as at the first start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings are in {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of {name} are used now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less &amp;motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No flash, and fewer steps of the timeline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;ell results to screen readers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the result changes, at most once a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mirror cameras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As people know themselves. Only on the screen, never in files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Boxes around faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Labels beside faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;ercentages behind labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Numbers, where there are several faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar&amp;s of the strongest probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si&amp;ze of the overlay:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Opacity of the overlay:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si&amp;de panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Timeline shows:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names the expressions. The Model menu adds one of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;ngine:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What computes the model. LiteRT starts at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Least confidence:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below it the result is “not sure”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The m&amp;odel&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smoothing:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More is steadier, less is quicker; 0 is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hold a lost face:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So long it stays where it was seen last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search &amp;for faces:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest fac&amp;e:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the picture&apos;s longer side, in live video. More is quicker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As small as can be found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Detector:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Haar cascades, built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YuNet, from your file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;YuNet&apos;s file:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An ONNX file of your own; none is brought along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sna&amp;pshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is made with the first snapshot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the &amp;overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a &amp;sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a f&amp;lash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not while there is to be less motion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Self-&amp;timer:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The detector YuNet needs its file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YuNet needs its file; choose it below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the whole path, from the top folder on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a file, not a folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsMenu</name>
    <message>
        <source>Some settings could not be read and were reset: {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {n} such notes; the log file has them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Snapshots</name>
    <message>
        <source>There is no picture to keep yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as {name} in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can&apos;t be deleted ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is deleted again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture to copy yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>{rate} frames/s    latency {latency} ms    {dropped} dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model {model}, engine {engine}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline of the eight expressions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time span of the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face is not seen at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongest now: {first} {percent}, then {second} {other}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelinePlot</name>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-{number} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-{number} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>It names the expression that a face shows: live from a camera, in pictures and in videos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything runs on this computer. No picture leaves it, and none is kept unless you save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A result is a guess about the expression that is shown, not about what somebody feels. It can be wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the European Union, reading emotions at work or in education is forbidden, except for medical or safety reasons (AI Act, Article 5(1)(f)).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is allowed, the people in the picture must be told that their expressions are analyzed, before it begins (Article 50(3)).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to FER Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>anger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disgust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>happiness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sadness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>surprise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {percent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looks like {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face {number}: not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks like {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face {number} looks like {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
