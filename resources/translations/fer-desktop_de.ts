<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open Images…</source>
        <translation>&amp;Bilder öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;Video…</source>
        <translation>&amp;Video öffnen…</translation>
    </message>
    <message>
        <source>Open Sess&amp;ion…</source>
        <translation>Si&amp;tzung öffnen…</translation>
    </message>
    <message>
        <source>Recordin&amp;gs…</source>
        <translation>Au&amp;fzeichnungen…</translation>
    </message>
    <message>
        <source>Anal&amp;yze Video for Review…</source>
        <translation>Video zur Durchsicht anal&amp;ysieren…</translation>
    </message>
    <message>
        <source>&amp;Analyze Folder into Table…</source>
        <translation>Ordner in Tabelle analysie&amp;ren…</translation>
    </message>
    <message>
        <source>E&amp;xport Session…</source>
        <translation>Sitzung e&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Paste Picture</source>
        <translation>Bild &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Take Snapshot</source>
        <translation>&amp;Schnappschuss aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Undo Snapshot</source>
        <translation>Schnappschuss &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Copy Picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Save Picture As…</source>
        <translation>Bild speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Save Ta&amp;ble…</source>
        <translation>T&amp;abelle speichern…</translation>
    </message>
    <message>
        <source>&amp;Record Session</source>
        <translation>Sitzung aufzeich&amp;nen</translation>
    </message>
    <message>
        <source>With &amp;Video</source>
        <translation>Mit &amp;Video</translation>
    </message>
    <message>
        <source>&amp;Blur Faces in the Video</source>
        <translation>Gesichter im Video &amp;weichzeichnen</translation>
    </message>
    <message>
        <source>&amp;Only the Chosen Face</source>
        <translation>&amp;Nur das gewählte Gesicht</translation>
    </message>
    <message>
        <source>With a &amp;Consent Sheet</source>
        <translation>Mit &amp;Einwilligungsblatt</translation>
    </message>
    <message>
        <source>&amp;Participant and Session…</source>
        <translation>&amp;Teilnehmer und Sitzung…</translation>
    </message>
    <message>
        <source>&amp;Light and Position…</source>
        <translation>&amp;Licht und Lage…</translation>
    </message>
    <message>
        <source>Pa&amp;use Recording</source>
        <translation>Aufzeichnung &amp;anhalten</translation>
    </message>
    <message>
        <source>Set &amp;Marker…</source>
        <translation>&amp;Marke setzen…</translation>
    </message>
    <message>
        <source>Mar&amp;k Now</source>
        <translation>&amp;Jetzt markieren</translation>
    </message>
    <message>
        <source>C&amp;lose Pictures</source>
        <translation>Bilder s&amp;chließen</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>Einste&amp;llungen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>&amp;Demo</source>
        <translation>&amp;Demo</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>A Frame &amp;Back</source>
        <translation>Ein &amp;Bild zurück</translation>
    </message>
    <message>
        <source>A Frame &amp;On</source>
        <translation>Ein Bild &amp;weiter</translation>
    </message>
    <message>
        <source>&amp;5 Seconds Back</source>
        <translation>&amp;5 Sekunden zurück</translation>
    </message>
    <message>
        <source>5 Seconds O&amp;n</source>
        <translation>5 &amp;Sekunden weiter</translation>
    </message>
    <message>
        <source>To the &amp;Start</source>
        <translation>Zum &amp;Anfang</translation>
    </message>
    <message>
        <source>To the &amp;End</source>
        <translation>Zum &amp;Ende</translation>
    </message>
    <message>
        <source>S&amp;lower</source>
        <translation>&amp;Langsamer</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>Sc&amp;hneller</translation>
    </message>
    <message>
        <source>&amp;Usual Speed</source>
        <translation>Übliches &amp;Tempo</translation>
    </message>
    <message>
        <source>Analyze E&amp;very Frame, However Long It Takes</source>
        <translation>&amp;Jedes Bild analysieren, wie lange es auch dauert</translation>
    </message>
    <message>
        <source>Open Strea&amp;m…</source>
        <translation>Stream ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Refresh List</source>
        <translation>Liste &amp;aktualisieren</translation>
    </message>
    <message>
        <source>Camera S&amp;ettings…</source>
        <translation>Kamera&amp;einstellungen…</translation>
    </message>
    <message>
        <source>Camera D&amp;octor…</source>
        <translation>&amp;Kameradiagnose…</translation>
    </message>
    <message>
        <source>&amp;Previous Picture</source>
        <translation>Vor&amp;heriges Bild</translation>
    </message>
    <message>
        <source>Ne&amp;xt Picture</source>
        <translation>Nächstes &amp;Bild</translation>
    </message>
    <message>
        <source>Next &amp;Face</source>
        <translation>Nächstes &amp;Gesicht</translation>
    </message>
    <message>
        <source>This Is My &amp;Neutral Face</source>
        <translation>Das ist mein &amp;neutrales Gesicht</translation>
    </message>
    <message>
        <source>Forge&amp;t Neutral Face</source>
        <translation>Neutrales Gesicht &amp;vergessen</translation>
    </message>
    <message>
        <source>What the Network &amp;Looks At…</source>
        <translation>Worauf das Netz s&amp;chaut…</translation>
    </message>
    <message>
        <source>Table &amp;of Faces</source>
        <translation>&amp;Tabelle der Gesichter</translation>
    </message>
    <message>
        <source>Sho&amp;w in Folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>&amp;Remove from the List</source>
        <translation>Aus de&amp;r Liste nehmen</translation>
    </message>
    <message>
        <source>&amp;Analyze Again</source>
        <translation>&amp;Erneut analysieren</translation>
    </message>
    <message>
        <source>&amp;Stop Analysis</source>
        <translation>Analyse &amp;stoppen</translation>
    </message>
    <message>
        <source>&amp;Mirror Camera</source>
        <translation>Kamera &amp;spiegeln</translation>
    </message>
    <message>
        <source>&amp;Boxes</source>
        <translation>&amp;Rahmen</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>&amp;Beschriftungen</translation>
    </message>
    <message>
        <source>&amp;Percentages</source>
        <translation>&amp;Prozentwerte</translation>
    </message>
    <message>
        <source>&amp;Numbers</source>
        <translation>&amp;Nummern</translation>
    </message>
    <message>
        <source>Ba&amp;rs</source>
        <translation>Ba&amp;lken</translation>
    </message>
    <message>
        <source>&amp;Fit to Window</source>
        <translation>An &amp;Fenster anpassen</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Side &amp;Panel</source>
        <translation>Seiten&amp;leiste</translation>
    </message>
    <message>
        <source>Mi&amp;ni View, Always on Top</source>
        <translation>&amp;Miniansicht, immer im Vordergrund</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Own Model Folder…</source>
        <translation>&amp;Eigener Modellordner…</translation>
    </message>
    <message>
        <source>Remove Tau&amp;ght Model…</source>
        <translation>Angelerntes Mo&amp;dell entfernen…</translation>
    </message>
    <message>
        <source>Co&amp;rrect Expressions</source>
        <translation>&amp;Ausdrücke korrigieren</translation>
    </message>
    <message>
        <source>Correct&amp;ions…</source>
        <translation>Korrekt&amp;uren…</translation>
    </message>
    <message>
        <source>&amp;Measure on My Pictures…</source>
        <translation>An meinen Bildern &amp;messen…</translation>
    </message>
    <message>
        <source>&amp;Teach…</source>
        <translation>A&amp;nlernen…</translation>
    </message>
    <message>
        <source>Model &amp;Card…</source>
        <translation>Modell&amp;karte…</translation>
    </message>
    <message>
        <source>&amp;First Page</source>
        <translation>&amp;Willkommensseite</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Tastatur</translation>
    </message>
    <message>
        <source>&amp;Notice for People in View…</source>
        <translation>&amp;Hinweis für Personen im Bild…</translation>
    </message>
    <message>
        <source>&amp;Doctor Report…</source>
        <translation>&amp;Diagnosebericht…</translation>
    </message>
    <message>
        <source>Open &amp;Log Folder</source>
        <translation>&amp;Protokollordner öffnen</translation>
    </message>
    <message>
        <source>L&amp;icences…</source>
        <translation>&amp;Lizenzen…</translation>
    </message>
    <message>
        <source>&amp;About FER Desktop</source>
        <translation>Ü&amp;ber FER Desktop</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Fast: Upright Heads, near the Camera</source>
        <translation>&amp;Schnell: aufrechte Köpfe, nah an der Kamera</translation>
    </message>
    <message>
        <source>&amp;Balanced</source>
        <translation>&amp;Ausgewogen</translation>
    </message>
    <message>
        <source>&amp;Thorough: Small Faces Too, Slower</source>
        <translation>&amp;Gründlich: auch kleine Gesichter, langsamer</translation>
    </message>
    <message>
        <source>&amp;LiteRT</source>
        <translation>&amp;LiteRT</translation>
    </message>
    <message>
        <source>&amp;Keras (Needs TensorFlow)</source>
        <translation>&amp;Keras (benötigt TensorFlow)</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>&amp;Aus</translation>
    </message>
    <message>
        <source>&amp;3 Seconds</source>
        <translation>&amp;3 Sekunden</translation>
    </message>
    <message>
        <source>&amp;5 Seconds</source>
        <translation>&amp;5 Sekunden</translation>
    </message>
    <message>
        <source>&amp;10 Seconds</source>
        <translation>&amp;10 Sekunden</translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation>Kameras werden gesucht…</translation>
    </message>
    <message>
        <source>No camera found</source>
        <translation>Keine Kamera gefunden</translation>
    </message>
    <message>
        <source>The system is asked which cameras there are.</source>
        <translation>Das System wird gefragt, welche Kameras es gibt.</translation>
    </message>
    <message>
        <source>Plug a camera in; it appears here by itself.</source>
        <translation>Schließen Sie eine Kamera an; sie erscheint hier von selbst.</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>&amp;Search for Faces</source>
        <translation>Gesichtss&amp;uche</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>En&amp;gine</translation>
    </message>
    <message>
        <source>Self-&amp;Timer</source>
        <translation>Selbstaus&amp;löser</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Spr&amp;ache</translation>
    </message>
    <message>
        <source>O&amp;verlay</source>
        <translation>&amp;Einblendungen</translation>
    </message>
    <message>
        <source>What Is Recor&amp;ded</source>
        <translation>&amp;Was aufgezeichnet wird</translation>
    </message>
    <message>
        <source>Open Rece&amp;nt</source>
        <translation>Zuletzt &amp;geöffnet</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Camera</source>
        <translation>&amp;Kamera</translation>
    </message>
    <message>
        <source>Vi&amp;deo</source>
        <translation>&amp;Video</translation>
    </message>
    <message>
        <source>F&amp;aces</source>
        <translation>&amp;Gesichter</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>CameraChoice</name>
    <message>
        <source>Looking for cameras…</source>
        <translation>Kameras werden gesucht…</translation>
    </message>
    <message>
        <source>No camera was found, so this is the built-in demo. Plug a camera in and choose it in the Camera menu, or open pictures and videos from the File menu.</source>
        <translation>Es wurde keine Kamera gefunden, deshalb läuft die eingebaute Demo. Schließen Sie eine Kamera an und wählen Sie sie im Menü „Kamera“, oder öffnen Sie Bilder und Videos über das Menü „Datei“.</translation>
    </message>
    <message>
        <source>{name} is connected.</source>
        <translation>{name} ist angeschlossen.</translation>
    </message>
    <message>
        <source>Use It</source>
        <translation>Verwenden</translation>
    </message>
</context>
<context>
    <name>CameraDoctor</name>
    <message>
        <source>Camera Doctor</source>
        <translation>Kameradiagnose</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Check &amp;Again</source>
        <translation>&amp;Erneut prüfen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation>Kameras werden gesucht…</translation>
    </message>
    <message>
        <source>The cameras are still looked at.</source>
        <translation>Die Kameras werden noch geprüft.</translation>
    </message>
    <message>
        <source>{name}: looking at its picture…</source>
        <translation>{name}: Das Bild wird geprüft…</translation>
    </message>
    <message>
        <source>{width} x {height} at {rate} frames a second.</source>
        <translation>{width} x {height}, {rate} Bilder pro Sekunde.</translation>
    </message>
</context>
<context>
    <name>CameraSettings</name>
    <message>
        <source>Camera Settings</source>
        <translation>Kameraeinstellungen</translation>
    </message>
    <message>
        <source>&amp;Camera:</source>
        <translation>&amp;Kamera:</translation>
    </message>
    <message>
        <source>&amp;Resolution:</source>
        <translation>&amp;Auflösung:</translation>
    </message>
    <message>
        <source>&amp;Frames a second:</source>
        <translation>&amp;Bilder pro Sekunde:</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>&amp;Mirror the view, not the data</source>
        <translation>Ansicht &amp;spiegeln, nicht die Daten</translation>
    </message>
    <message>
        <source>Mirror the view</source>
        <translation>Ansicht spiegeln</translation>
    </message>
    <message>
        <source>Camera &amp;Doctor…</source>
        <translation>Kamera&amp;diagnose…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{name} (not connected)</source>
        <translation>{name} (nicht angeschlossen)</translation>
    </message>
    <message>
        <source>No camera found</source>
        <translation>Keine Kamera gefunden</translation>
    </message>
    <message>
        <source>Choose a camera</source>
        <translation>Kamera auswählen</translation>
    </message>
    <message>
        <source>Chosen by the program</source>
        <translation>Vom Programm gewählt</translation>
    </message>
    <message>
        <source>The system does not tell what this camera offers: a choice is used if the camera can.</source>
        <translation>Das System teilt nicht mit, was diese Kamera bietet: Eine Auswahl gilt, wenn die Kamera sie beherrscht.</translation>
    </message>
    <message>
        <source>Plug a camera in; it appears here by itself.</source>
        <translation>Schließen Sie eine Kamera an; sie erscheint hier von selbst.</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Noch kein Bild</translation>
    </message>
    <message>
        <source>Choose a camera to see its picture.</source>
        <translation>Wählen Sie eine Kamera, um ihr Bild zu sehen.</translation>
    </message>
    <message>
        <source>The camera is off.</source>
        <translation>Die Kamera ist aus.</translation>
    </message>
    <message>
        <source>No picture comes.</source>
        <translation>Es kommt kein Bild.</translation>
    </message>
    <message>
        <source>The picture is paused.</source>
        <translation>Das Bild ist pausiert.</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Messung läuft…</translation>
    </message>
    <message>
        <source>{width} x {height} at {rate} frames a second (asked for {wide} x {high} at {often})</source>
        <translation>{width} x {height}, {rate} Bilder pro Sekunde (angefordert: {wide} x {high}, {often})</translation>
    </message>
</context>
<context>
    <name>CameraWatch</name>
    <message>
        <source>Camera Doctor…</source>
        <translation>Kameradiagnose…</translation>
    </message>
</context>
<context>
    <name>CameraWords</name>
    <message>
        <source>{name} works.</source>
        <translation>{name} funktioniert.</translation>
    </message>
    <message>
        <source>No camera was found.</source>
        <translation>Es wurde keine Kamera gefunden.</translation>
    </message>
    <message>
        <source>The system refuses the use of {name}.</source>
        <translation>Das System verweigert den Zugriff auf {name}.</translation>
    </message>
    <message>
        <source>{name} gives no picture; another program may be using it.</source>
        <translation>{name} liefert kein Bild; vielleicht nutzt ein anderes Programm die Kamera.</translation>
    </message>
    <message>
        <source>The picture of {name} is black.</source>
        <translation>Das Bild von {name} ist schwarz.</translation>
    </message>
    <message>
        <source>The picture of {name} stands still: every frame is the same.</source>
        <translation>Das Bild von {name} steht still: Jedes Einzelbild ist gleich.</translation>
    </message>
    <message>
        <source>{name} gives very few pictures a second.</source>
        <translation>{name} liefert sehr wenige Bilder pro Sekunde.</translation>
    </message>
    <message>
        <source>Plug a camera in. The one of a laptop may have a key or a switch of its own.</source>
        <translation>Schließen Sie eine Kamera an. Die eines Laptops hat vielleicht eine eigene Taste oder einen Schalter.</translation>
    </message>
    <message>
        <source>Close other programs that use the camera: video calls, the browser.</source>
        <translation>Schließen Sie andere Programme, die die Kamera nutzen: Videoanrufe, den Browser.</translation>
    </message>
    <message>
        <source>Open the cover of the lens; some laptops have a slide or a key for it.</source>
        <translation>Öffnen Sie die Abdeckung des Objektivs; manche Laptops haben dafür einen Schieber oder eine Taste.</translation>
    </message>
    <message>
        <source>Unplug the camera and plug it into another socket of the computer.</source>
        <translation>Ziehen Sie die Kamera ab und schließen Sie sie an einer anderen Buchse des Computers an.</translation>
    </message>
    <message>
        <source>A virtual camera shows what its program sends: start the picture there.</source>
        <translation>Eine virtuelle Kamera zeigt, was ihr Programm sendet: Starten Sie das Bild dort.</translation>
    </message>
    <message>
        <source>Turn on more light: in the dark cameras expose longer.</source>
        <translation>Machen Sie mehr Licht: Im Dunkeln belichten Kameras länger.</translation>
    </message>
    <message>
        <source>Choose 640 x 480 in Camera Settings: large raw pictures come slowly over USB.</source>
        <translation>Wählen Sie 640 x 480 in den Kameraeinstellungen: Große unkomprimierte Bilder kommen über USB langsam an.</translation>
    </message>
    <message>
        <source>Look after the camera that sends it: its lens may be covered.</source>
        <translation>Sehen Sie nach der Kamera, die es sendet: Ihr Objektiv ist vielleicht verdeckt.</translation>
    </message>
    <message>
        <source>The camera that sends it may hang: switch it off and on again.</source>
        <translation>Die Kamera, die es sendet, hängt vielleicht: Schalten Sie sie aus und wieder ein.</translation>
    </message>
    <message>
        <source>Let the camera send smaller pictures: the network may be too slow.</source>
        <translation>Lassen Sie die Kamera kleinere Bilder senden: Das Netz ist vielleicht zu langsam.</translation>
    </message>
    <message>
        <source>See in a terminal whether the system knows it: ls -l /dev/video*</source>
        <translation>Prüfen Sie in einem Terminal, ob das System sie kennt: ls -l /dev/video*</translation>
    </message>
    <message>
        <source>Add yourself to the group video: sudo usermod -aG video $USER</source>
        <translation>Fügen Sie sich zur Gruppe video hinzu: sudo usermod -aG video $USER</translation>
    </message>
    <message>
        <source>Log out of the system and in again.</source>
        <translation>Melden Sie sich vom System ab und wieder an.</translation>
    </message>
    <message>
        <source>See in a terminal which program has it: fuser -v /dev/video*</source>
        <translation>Prüfen Sie in einem Terminal, welches Programm sie belegt: fuser -v /dev/video*</translation>
    </message>
    <message>
        <source>See in a terminal whether its privacy switch is on: v4l2-ctl --list-ctrls</source>
        <translation>Prüfen Sie in einem Terminal, ob ihr Privatsphäre-Schalter an ist: v4l2-ctl --list-ctrls</translation>
    </message>
    <message>
        <source>Keep it from slowing down in the dark: v4l2-ctl --set-ctrl=exposure_dynamic_framerate=0</source>
        <translation>Verhindern Sie, dass sie im Dunkeln langsamer wird: v4l2-ctl --set-ctrl=exposure_dynamic_framerate=0</translation>
    </message>
    <message>
        <source>Look in the Device Manager, under Cameras, whether it is there and enabled.</source>
        <translation>Prüfen Sie im Geräte-Manager unter „Kameras“, ob sie vorhanden und aktiviert ist.</translation>
    </message>
    <message>
        <source>Open Settings &gt; Privacy &amp; security &gt; Camera (ms-settings:privacy-webcam).</source>
        <translation>Öffnen Sie Einstellungen &gt; Datenschutz &amp; Sicherheit &gt; Kamera (ms-settings:privacy-webcam).</translation>
    </message>
    <message>
        <source>Switch on “Camera access” and “Let desktop apps access your camera”.</source>
        <translation>Schalten Sie „Kamerazugriff“ und „Desktop-Apps den Zugriff auf Ihre Kamera erlauben“ ein.</translation>
    </message>
    <message>
        <source>See whether a virus guard protects the camera, and allow it there.</source>
        <translation>Prüfen Sie, ob ein Virenschutz die Kamera schützt, und erlauben Sie sie dort.</translation>
    </message>
    <message>
        <source>See which apps used it last in Settings &gt; Privacy &amp; security &gt; Camera (ms-settings:privacy-webcam).</source>
        <translation>Prüfen Sie unter Einstellungen &gt; Datenschutz &amp; Sicherheit &gt; Kamera (ms-settings:privacy-webcam), welche Apps sie zuletzt genutzt haben.</translation>
    </message>
    <message>
        <source>Switch on “Let desktop apps access your camera” in Settings &gt; Privacy &amp; security &gt; Camera (ms-settings:privacy-webcam).</source>
        <translation>Schalten Sie unter Einstellungen &gt; Datenschutz &amp; Sicherheit &gt; Kamera (ms-settings:privacy-webcam) „Desktop-Apps den Zugriff auf Ihre Kamera erlauben“ ein.</translation>
    </message>
    <message>
        <source>Plug it into a USB 3 socket of the computer itself, without a hub.</source>
        <translation>Schließen Sie sie an einer USB-3-Buchse direkt am Computer an, ohne Hub.</translation>
    </message>
    <message>
        <source>Look in System Information &gt; Camera whether the system knows it.</source>
        <translation>Prüfen Sie unter Systeminformationen &gt; Kamera, ob das System sie kennt.</translation>
    </message>
    <message>
        <source>Open System Settings &gt; Privacy &amp; Security &gt; Camera.</source>
        <translation>Öffnen Sie Systemeinstellungen &gt; Datenschutz &amp; Sicherheit &gt; Kamera.</translation>
    </message>
    <message>
        <source>Switch it on for FER Desktop; for Terminal, if the program was started there.</source>
        <translation>Schalten Sie den Zugriff für FER Desktop ein; für Terminal, wenn das Programm dort gestartet wurde.</translation>
    </message>
    <message>
        <source>Quit the program and start it again.</source>
        <translation>Beenden Sie das Programm und starten Sie es neu.</translation>
    </message>
    <message>
        <source>Unplug it and plug it in again; an iPhone needs to be near by.</source>
        <translation>Ziehen Sie sie ab und schließen Sie sie wieder an; ein iPhone muss in der Nähe sein.</translation>
    </message>
    <message>
        <source>See whether System Settings &gt; Screen Time &gt; Content &amp; Privacy allows the camera.</source>
        <translation>Prüfen Sie, ob Systemeinstellungen &gt; Bildschirmzeit &gt; Inhalt &amp; Datenschutz die Kamera erlaubt.</translation>
    </message>
    <message>
        <source>Plug it into a USB socket of the computer itself, without a hub.</source>
        <translation>Schließen Sie sie an einer USB-Buchse direkt am Computer an, ohne Hub.</translation>
    </message>
</context>
<context>
    <name>ChipView</name>
    <message>
        <source>The face is small.</source>
        <translation>Das Gesicht ist klein.</translation>
    </message>
    <message>
        <source>The face is cut by the edge.</source>
        <translation>Das Gesicht ist vom Rand abgeschnitten.</translation>
    </message>
    <message>
        <source>The face is far from the middle.</source>
        <translation>Das Gesicht ist weit von der Mitte.</translation>
    </message>
    <message>
        <source>The face is covered.</source>
        <translation>Das Gesicht ist verdeckt.</translation>
    </message>
    <message>
        <source>It is dark.</source>
        <translation>Es ist dunkel.</translation>
    </message>
    <message>
        <source>It has hardly any contrast.</source>
        <translation>Es hat kaum Kontrast.</translation>
    </message>
    <message>
        <source>It is too bright.</source>
        <translation>Es ist zu hell.</translation>
    </message>
    <message>
        <source>It is blurred.</source>
        <translation>Es ist unscharf.</translation>
    </message>
    <message>
        <source>The face is turned away.</source>
        <translation>Das Gesicht ist abgewandt.</translation>
    </message>
    <message>
        <source>The face is small: come closer.</source>
        <translation>Das Gesicht ist klein: näher kommen.</translation>
    </message>
    <message>
        <source>Cut by the edge: move to the middle.</source>
        <translation>Abgeschnitten: zur Mitte rücken.</translation>
    </message>
    <message>
        <source>Far from the middle: move there.</source>
        <translation>Weit von der Mitte: dorthin rücken.</translation>
    </message>
    <message>
        <source>Covered: show the whole face.</source>
        <translation>Verdeckt: das ganze Gesicht zeigen.</translation>
    </message>
    <message>
        <source>It is dark: turn to the light.</source>
        <translation>Es ist dunkel: zum Licht drehen.</translation>
    </message>
    <message>
        <source>Hardly any contrast: clean the lens.</source>
        <translation>Kaum Kontrast: die Linse putzen.</translation>
    </message>
    <message>
        <source>Too bright: turn away from the light.</source>
        <translation>Zu hell: vom Licht wegdrehen.</translation>
    </message>
    <message>
        <source>It is blurred: hold still or clean the lens.</source>
        <translation>Unscharf: stillhalten oder Objektiv reinigen.</translation>
    </message>
    <message>
        <source>Hold your head upright and face the camera.</source>
        <translation>Kopf aufrecht halten, zur Kamera drehen.</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>Was das Netz sieht</translation>
    </message>
    <message>
        <source>The network sees {width} x {height} pixels.</source>
        <translation>Das Netz sieht {width} x {height} Pixel.</translation>
    </message>
    <message>
        <source>The network sees {width} x {height} pixels, from a face of {face}.</source>
        <translation>Das Netz sieht {width} x {height} Pixel, aus einem Gesicht von {face}.</translation>
    </message>
    <message>
        <source>Good view of the face.</source>
        <translation>Gesicht gut zu sehen.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Export: {name}</source>
        <translation>Export: {name}</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>F&amp;ace</source>
        <translation>&amp;Gesicht</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Ranges that the figures leave out are exported too.</source>
        <translation>Auch Bereiche, die die Zahlen auslassen, werden exportiert.</translation>
    </message>
    <message>
        <source>It is being written.</source>
        <translation>Es wird gerade geschrieben.</translation>
    </message>
    <message>
        <source>Give the file a name first.</source>
        <translation>Geben Sie der Datei zuerst einen Namen.</translation>
    </message>
    <message>
        <source>The largest in each frame</source>
        <translation>Das größte in jedem Bild</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Export Session</source>
        <translation>Sitzung exportieren</translation>
    </message>
    <message>
        <source>Open Report</source>
        <translation>Bericht öffnen</translation>
    </message>
    <message>
        <source>The export is in {file}</source>
        <translation>Der Export ist in {file}</translation>
    </message>
    <message>
        <source>Show Folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Durch&amp;suchen…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Detailed log</source>
        <translation>Ausführliches Protokoll</translation>
    </message>
    <message>
        <source>State log</source>
        <translation>Zustandsprotokoll</translation>
    </message>
    <message>
        <source>Detailed log, older form</source>
        <translation>Detailprotokoll, ältere Form</translation>
    </message>
    <message>
        <source>State log, older form</source>
        <translation>Zustandsprotokoll, ältere Form</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Tidy table with a row for each face in each frame, and a list of its columns beside it.</source>
        <translation>Aufgeräumte Tabelle mit einer Zeile je Gesicht und Bild, daneben die Liste ihrer Spalten.</translation>
    </message>
    <message>
        <source>The tidy table as JSON Lines: an object for each row; what is missing is null.</source>
        <translation>Die aufgeräumte Tabelle als JSON Lines: ein Objekt je Zeile; was fehlt, ist null.</translation>
    </message>
    <message>
        <source>The tidy table as a workbook: numbers as numbers, and a sheet that explains its columns.</source>
        <translation>Die Tabelle als Arbeitsmappe: Zahlen als Zahlen und ein Blatt, das die Spalten erklärt.</translation>
    </message>
    <message>
        <source>FaceReader-style detailed log: the largest face in a line for each frame, or FIND_FAILED.</source>
        <translation>Ausführliches Protokoll nach Art von FaceReader: je Bild eine Zeile mit dem größten Gesicht oder FIND_FAILED.</translation>
    </message>
    <message>
        <source>The detailed log in the older form of version 6.</source>
        <translation>Das Detailprotokoll in der älteren Form von Version 6.</translation>
    </message>
    <message>
        <source>The state log in the older form of version 6.</source>
        <translation>Das Zustandsprotokoll in der älteren Form von Version 6.</translation>
    </message>
    <message>
        <source>BIDS continuous recording: one face&apos;s probabilities and valence at a fixed rate.</source>
        <translation>Fortlaufende BIDS-Aufzeichnung: Wahrscheinlichkeiten und Valenz eines Gesichts mit fester Rate.</translation>
    </message>
    <message>
        <source>Praat TextGrid: a tier of intervals for each face, and one of points for the markers.</source>
        <translation>Praat TextGrid: eine Ebene von Abschnitten für jedes Gesicht und eine von Punkten für die Marken.</translation>
    </message>
    <message>
        <source>Event log as The Observer XT exports its own: state starts and stops, markers as points.</source>
        <translation>Ereignisprotokoll, wie The Observer XT seine eigenen exportiert: Anfang und Ende der Zustände, Marken als Punkte.</translation>
    </message>
    <message>
        <source>Readable by Datavyu: a column of its spreadsheet for each face, and one for the markers.</source>
        <translation>Lesbar für Datavyu: eine Spalte seiner Tabelle je Gesicht und eine für die Marken.</translation>
    </message>
    <message>
        <source>Not possible here: {package} is not installed ({command}).</source>
        <translation>Hier nicht möglich: {package} ist nicht installiert ({command}).</translation>
    </message>
    <message>
        <source>BIDS events: a row for each episode and marker, and the JSON file that BIDS wants.</source>
        <translation>BIDS-Ereignisse: eine Zeile je Episode und Marke und die JSON-Datei, die BIDS verlangt.</translation>
    </message>
    <message>
        <source>Readable by ELAN&apos;s import of tab-separated text: a tier for each face, in milliseconds.</source>
        <translation>Lesbar für den Import von tabulatorgetrenntem Text in ELAN: eine Ebene je Gesicht, in Millisekunden.</translation>
    </message>
    <message>
        <source>Share of time, episodes, transitions, valence and share of lost frames for each face.</source>
        <translation>Zeitanteil, Episoden, Übergänge, Valenz und Anteil verlorener Bilder für jedes Gesicht.</translation>
    </message>
    <message>
        <source>The tidy table with types, compressed; readable by pandas, R, DuckDB and others.</source>
        <translation>Die aufgeräumte Tabelle mit Typen, komprimiert; lesbar für pandas, R, DuckDB und andere.</translation>
    </message>
    <message>
        <source>Workbook</source>
        <translation>Arbeitsmappe</translation>
    </message>
    <message>
        <source>Readable by Py-Feat&apos;s read_feat: boxes, seven emotions in its order, contempt beside.</source>
        <translation>Lesbar für read_feat von Py-Feat: Rahmen, sieben Emotionen in dessen Reihenfolge, Verachtung daneben.</translation>
    </message>
    <message>
        <source>FaceReader-style state log: a line for each change of the shown label.</source>
        <translation>Zustandsprotokoll nach Art von FaceReader: eine Zeile je Wechsel der gezeigten Bezeichnung.</translation>
    </message>
    <message>
        <source>Readable by BORIS, which imports it into an open observation: starts and stops.</source>
        <translation>Lesbar für BORIS, das es in eine offene Beobachtung einliest: Anfänge und Enden.</translation>
    </message>
    <message>
        <source>SubRip subtitles of the shown labels, for players of the video.</source>
        <translation>SubRip-Untertitel der gezeigten Bezeichnungen, für Abspielprogramme.</translation>
    </message>
    <message>
        <source>Report with plots and statistics in one file that opens without a network.</source>
        <translation>Bericht mit Diagrammen und Statistik in einer Datei, die sich ohne Netz öffnet.</translation>
    </message>
    <message>
        <source>Analyze a Folder into a Table</source>
        <translation>Einen Ordner in eine Tabelle analysieren</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>&amp;Table (.csv, .xlsx or .jsonl)</source>
        <translation>&amp;Tabelle (.csv, .xlsx oder .jsonl)</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>&amp;Analyze</source>
        <translation>&amp;Analysieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing could be read.</source>
        <translation>Nichts davon war lesbar.</translation>
    </message>
    <message>
        <source>The table is in {file}</source>
        <translation>Die Tabelle ist in {file}</translation>
    </message>
    <message>
        <source>{n} can&apos;t be read, such as: {first}</source>
        <translation>Nicht lesbar: {n}, zum Beispiel: {first}</translation>
    </message>
    <message>
        <source>The folder is being analyzed.</source>
        <translation>Der Ordner wird gerade analysiert.</translation>
    </message>
    <message>
        <source>Choose a folder first.</source>
        <translation>Wählen Sie zuerst einen Ordner.</translation>
    </message>
    <message>
        <source>The name of the table has to end in .csv, .xlsx or .jsonl.</source>
        <translation>Der Name der Tabelle muss auf .csv, .xlsx oder .jsonl enden.</translation>
    </message>
</context>
<context>
    <name>FacePanel</name>
    <message>
        <source>Looks like</source>
        <translation>Sieht aus wie</translation>
    </message>
    <message>
        <source>Face {number} looks like</source>
        <translation>Gesicht {number} sieht aus wie</translation>
    </message>
    <message>
        <source>between {first} and {second}</source>
        <translation>zwischen {first} und {second}</translation>
    </message>
    <message>
        <source>{percent} sure, then {others}</source>
        <translation>{percent} sicher, dann {others}</translation>
    </message>
    <message>
        <source>{percent} sure</source>
        <translation>{percent} sicher</translation>
    </message>
    <message>
        <source>Valence {value}</source>
        <translation>Valenz {value}</translation>
    </message>
    <message>
        <source>No face</source>
        <translation>Kein Gesicht</translation>
    </message>
    <message>
        <source>A guess about the expression that is shown, not about feelings. Everything runs on this computer.</source>
        <translation>Eine Vermutung über den gezeigten Ausdruck, nicht über Gefühle. Alles läuft auf diesem Computer.</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>Was das Netz sieht</translation>
    </message>
    <message>
        <source>Corrected by this person&apos;s neutral face</source>
        <translation>Korrigiert mit dem neutralen Gesicht dieser Person</translation>
    </message>
    <message>
        <source>What valence means</source>
        <translation>Was Valenz bedeutet</translation>
    </message>
</context>
<context>
    <name>FaceTable</name>
    <message>
        <source>Table of faces</source>
        <translation>Tabelle der Gesichter</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Sieht aus wie</translation>
    </message>
    <message>
        <source>Confidence %</source>
        <translation>Konfidenz %</translation>
    </message>
    <message>
        <source>Valence</source>
        <translation>Valenz</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Detection %</source>
        <translation>Detektion %</translation>
    </message>
    <message>
        <source>{name} %</source>
        <translation>{name} %</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Opened pictures</source>
        <translation>Geöffnete Bilder</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>kein Gesicht</translation>
    </message>
    <message>
        <source>{text}, +{more}</source>
        <translation>{text}, +{more}</translation>
    </message>
</context>
<context>
    <name>HelpMenu</name>
    <message>
        <source>The report is being made.</source>
        <translation>Der Bericht wird gerade erstellt.</translation>
    </message>
    <message>
        <source>The folder can&apos;t be opened from here. The log lies in {folder}.</source>
        <translation>Der Ordner lässt sich von hier nicht öffnen. Das Protokoll liegt in {folder}.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Prüfung läuft…</translation>
    </message>
</context>
<context>
    <name>ImageView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>kein Gesicht</translation>
    </message>
    <message>
        <source>Let go to open it</source>
        <translation>Zum Öffnen loslassen</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>In the list of recordings</source>
        <translation>In der Liste der Aufzeichnungen</translation>
    </message>
    <message>
        <source>In the list of corrections</source>
        <translation>In der Liste der Korrekturen</translation>
    </message>
    <message>
        <source>Choose a face</source>
        <translation>Gesicht auswählen</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klicken</translation>
    </message>
    <message>
        <source>Enlarge or shrink</source>
        <translation>Vergrößern oder verkleinern</translation>
    </message>
    <message>
        <source>Turn the wheel</source>
        <translation>Mausrad drehen</translation>
    </message>
    <message>
        <source>Move an enlarged picture</source>
        <translation>Vergrößertes Bild verschieben</translation>
    </message>
    <message>
        <source>Drag, or arrow keys</source>
        <translation>Ziehen oder Pfeiltasten</translation>
    </message>
    <message>
        <source>Go through opened pictures</source>
        <translation>Geöffnete Bilder durchgehen</translation>
    </message>
    <message>
        <source>Arrow keys in the row below</source>
        <translation>Pfeiltasten in der Reihe unten</translation>
    </message>
    <message>
        <source>Go through a video in its bar</source>
        <translation>In der Leiste eines Videos weitergehen</translation>
    </message>
    <message>
        <source>Arrow keys, Page up, Page down</source>
        <translation>Pfeiltasten, Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>Leave full screen and mini view</source>
        <translation>Vollbild und Miniansicht verlassen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Go from control to control</source>
        <translation>Von Element zu Element gehen</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Say what the chosen face looks like</source>
        <translation>Sagen, wonach das gewählte Gesicht aussieht</translation>
    </message>
    <message>
        <source>1 to 8</source>
        <translation>1 bis 8</translation>
    </message>
    <message>
        <source>Undo the last correction</source>
        <translation>Die letzte Korrektur zurücknehmen</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>A frame back or on</source>
        <translation>Ein Bild zurück oder weiter</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Links, Rechts</translation>
    </message>
    <message>
        <source>To the marker before or after</source>
        <translation>Zur Marke davor oder danach</translation>
    </message>
    <message>
        <source>Page up, Page down</source>
        <translation>Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>To the start or the end</source>
        <translation>Zum Anfang oder Ende</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Pos1, Ende</translation>
    </message>
    <message>
        <source>Start or end a range here</source>
        <translation>Einen Bereich hier beginnen oder enden lassen</translation>
    </message>
    <message>
        <source>Undo the last change of a range</source>
        <translation>Die letzte Änderung an Bereichen zurücknehmen</translation>
    </message>
    <message>
        <source>Zoom the timeline</source>
        <translation>Zeitleiste vergrößern</translation>
    </message>
    <message>
        <source>Ctrl and +, - or 0, or the wheel</source>
        <translation>Strg und +, - oder 0, oder das Mausrad</translation>
    </message>
    <message>
        <source>Switch correcting on or off</source>
        <translation>Korrigieren ein- oder ausschalten</translation>
    </message>
    <message>
        <source>Show this page</source>
        <translation>Diese Seite zeigen</translation>
    </message>
    <message>
        <source>Close the review</source>
        <translation>Die Durchsicht schließen</translation>
    </message>
    <message>
        <source>Ctrl+W, Esc</source>
        <translation>Strg+W, Esc</translation>
    </message>
    <message>
        <source>Rename a recording</source>
        <translation>Eine Aufzeichnung umbenennen</translation>
    </message>
    <message>
        <source>Write a note about it</source>
        <translation>Eine Notiz dazu schreiben</translation>
    </message>
    <message>
        <source>Export it</source>
        <translation>Sie exportieren</translation>
    </message>
    <message>
        <source>Erase it, after a question</source>
        <translation>Sie löschen, nach einer Frage</translation>
    </message>
    <message>
        <source>Remove what is selected</source>
        <translation>Entfernen, was ausgewählt ist</translation>
    </message>
    <message>
        <source>Bring back what was removed</source>
        <translation>Zurückholen, was entfernt wurde</translation>
    </message>
    <message>
        <source>In the picture</source>
        <translation>Im Bild</translation>
    </message>
    <message>
        <source>While correcting</source>
        <translation>Beim Korrigieren</translation>
    </message>
    <message>
        <source>In a review</source>
        <translation>In einer Durchsicht</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Tasten und Maus</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
</context>
<context>
    <name>LastEnd</name>
    <message>
        <source>The program crashed the last time. The log file has the trace.</source>
        <translation>Das Programm ist beim letzten Mal abgestürzt. Die Protokolldatei hat die Einzelheiten.</translation>
    </message>
    <message>
        <source>The program was ended from outside the last time, or the computer was.</source>
        <translation>Das Programm oder der Computer wurde beim letzten Mal von außen beendet.</translation>
    </message>
    <message>
        <source>Show Log</source>
        <translation>Protokoll anzeigen</translation>
    </message>
    <message>
        <source>What was recorded until then is in {folder}</source>
        <translation>Was bis dahin aufgezeichnet wurde, ist in {folder}</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsehen</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>End Recording and Open</source>
        <translation>Aufzeichnung beenden und öffnen</translation>
    </message>
    <message>
        <source>Close Pictures</source>
        <translation>Bilder schließen</translation>
    </message>
    <message>
        <source>Go On Recording</source>
        <translation>Weiter aufzeichnen</translation>
    </message>
    <message>
        <source>End Recording and Quit</source>
        <translation>Aufzeichnung beenden und Programm schließen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>A session is being recorded. It would end; what is recorded until then is kept.</source>
        <translation>Eine Sitzung wird aufgezeichnet. Sie würde enden; was bis dahin aufgezeichnet ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>What was found in {n} pictures is not saved.</source>
        <translation>Was in {n} Bildern gefunden wurde, ist nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Gesichter</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>kein Gesicht</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufzeichnungen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Notiz…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Show in &amp;Folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>&amp;Erase…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>Find a name or note</source>
        <translation>Name oder Notiz suchen</translation>
    </message>
    <message>
        <source>In {folder}</source>
        <translation>In {folder}</translation>
    </message>
    <message>
        <source>There are no recordings yet. The Record button makes the first one.</source>
        <translation>Es gibt noch keine Aufzeichnungen. Die Schaltfläche „Aufzeichnen“ macht die erste.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>New name:</source>
        <translation>Neuer Name:</translation>
    </message>
    <message>
        <source>Note about {name}:</source>
        <translation>Notiz zu {name}:</translation>
    </message>
    <message>
        <source>There are no recordings yet.</source>
        <translation>Es gibt noch keine Aufzeichnungen.</translation>
    </message>
    <message>
        <source>No recording is chosen.</source>
        <translation>Es ist keine Aufzeichnung gewählt.</translation>
    </message>
</context>
<context>
    <name>Licences</name>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation>Teile des Programms</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Text der Lizenz</translation>
    </message>
    <message>
        <source>Licence: {terms}</source>
        <translation>Lizenz: {terms}</translation>
    </message>
    <message>
        <source>This part comes without the text of its licence.</source>
        <translation>Dieser Teil kommt ohne den Text seiner Lizenz.</translation>
    </message>
</context>
<context>
    <name>LiveMode</name>
    <message>
        <source>Opening {name}…</source>
        <translation>{name} wird geöffnet…</translation>
    </message>
    <message>
        <source>No face</source>
        <translation>Kein Gesicht</translation>
    </message>
    <message>
        <source>Face the camera; more light and less distance help.</source>
        <translation>In die Kamera sehen; mehr Licht und weniger Abstand helfen.</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>Am Ende</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>Expressions are not analyzed</source>
        <translation>Ausdrücke werden nicht analysiert</translation>
    </message>
    <message>
        <source>Expression analysis on</source>
        <translation>Ausdrucksanalyse läuft</translation>
    </message>
    <message>
        <source>Loading the model {name}…</source>
        <translation>Modell {name} wird geladen…</translation>
    </message>
    <message>
        <source>Black picture</source>
        <translation>Schwarzes Bild</translation>
    </message>
    <message>
        <source>The picture stands still</source>
        <translation>Das Bild steht still</translation>
    </message>
    <message>
        <source>{message} So it stays as it was.</source>
        <translation>{message} Deshalb bleibt es, wie es war.</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>FER Desktop</source>
        <translation>FER Desktop</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Schnappschuss</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufzeichnen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Open Images…</source>
        <translation>Bilder öffnen…</translation>
    </message>
    <message>
        <source>Back to Live</source>
        <translation>Zurück zu Live</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>&lt;h3&gt;FER Desktop {version}&lt;/h3&gt;&lt;p&gt;Names the expression that a face shows: anger, contempt, disgust, fear, happiness, neutral, sadness or surprise, and says when it is not sure.&lt;/p&gt;&lt;p&gt;Pictures stay on this computer; nothing is stored unless you save it. The results are guesses about expressions, not about feelings. In the European Union, reading emotions at work or in education is forbidden, with few exceptions.&lt;/p&gt;&lt;p&gt;MIT licence. Face detection: OpenCV. Window: Qt for Python (LGPL). Networks: LiteRT.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;FER Desktop {version}&lt;/h3&gt;&lt;p&gt;Benennt den Ausdruck, den ein Gesicht zeigt: Ärger, Verachtung, Ekel, Angst, Freude, neutral, Trauer oder Überraschung, und sagt es, wenn das Ergebnis nicht sicher ist.&lt;/p&gt;&lt;p&gt;Bilder bleiben auf diesem Computer; nichts wird gespeichert, außer Sie speichern es. Die Ergebnisse sind Vermutungen über Ausdrücke, nicht über Gefühle. In der Europäischen Union ist es mit wenigen Ausnahmen verboten, am Arbeitsplatz oder in Bildungseinrichtungen Emotionen von Personen abzuleiten.&lt;/p&gt;&lt;p&gt;MIT-Lizenz. Gesichtssuche: OpenCV. Fenster: Qt for Python (LGPL). Netze: LiteRT.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About FER Desktop</source>
        <translation>Über FER Desktop</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Valence&lt;/h3&gt;&lt;p&gt;The probability of happiness minus the strongest of sadness, anger, fear and disgust: from minus 1, an unpleasant expression, to plus 1, a pleasant one. Neutral, surprise and contempt do not count.&lt;/p&gt;&lt;p&gt;It sums up the eight bars and knows no more than they do. It says nothing about how somebody feels.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Valenz&lt;/h3&gt;&lt;p&gt;Die Wahrscheinlichkeit von Freude minus die höchste von Trauer, Ärger, Angst und Ekel: von minus 1, einem unangenehmen Ausdruck, bis plus 1, einem angenehmen. Neutral, Überraschung und Verachtung zählen nicht.&lt;/p&gt;&lt;p&gt;Sie fasst die acht Balken zusammen und weiß nicht mehr als diese. Sie sagt nichts darüber, wie sich jemand fühlt.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Valence</source>
        <translation>Valenz</translation>
    </message>
    <message>
        <source>Doctor Report</source>
        <translation>Diagnosebericht</translation>
    </message>
    <message>
        <source>What this program found on this computer:</source>
        <translation>Was dieses Programm auf diesem Computer gefunden hat:</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Erase this recording? All that was recorded is deleted and can&apos;t be brought back.</source>
        <translation>Diese Aufzeichnung löschen? Alles Aufgezeichnete wird gelöscht und kann nicht zurückgeholt werden.</translation>
    </message>
    <message>
        <source>Erase Recording</source>
        <translation>Aufzeichnung löschen</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>There is such a file already. Replace it? What is in it now is lost.</source>
        <translation>Eine solche Datei gibt es schon. Ersetzen? Was jetzt darin ist, geht verloren.</translation>
    </message>
    <message>
        <source>There are such files already. Replace them? What is in them now is lost.</source>
        <translation>Solche Dateien gibt es schon. Ersetzen? Was jetzt darin ist, geht verloren.</translation>
    </message>
    <message>
        <source>Replace Files</source>
        <translation>Dateien ersetzen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Trainingsdaten</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>They are what its folder says; this program did not measure them.</source>
        <translation>So stehen sie in seinem Ordner; dieses Programm hat sie nicht gemessen.</translation>
    </message>
    <message>
        <source>It tells none.</source>
        <translation>Es sind keine angegeben.</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Unknown: this model did not come with the program. Try it on pictures that you know before you rely on it. Whatever it says is a guess about an expression, not about a feeling.</source>
        <translation>Unbekannt: Dieses Modell wurde nicht mit dem Programm geliefert. Probieren Sie es an Bildern aus, die Sie kennen, bevor Sie sich darauf verlassen. Was es auch sagt, ist eine Vermutung über einen Ausdruck, nicht über ein Gefühl.</translation>
    </message>
    <message>
        <source>Model Card</source>
        <translation>Modellkarte</translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>Own Model Folder</source>
        <translation>Eigener Modellordner</translation>
    </message>
    <message>
        <source>Not possible here: TensorFlow is not installed ({command}).</source>
        <translation>Hier nicht möglich: TensorFlow ist nicht installiert ({command}).</translation>
    </message>
    <message>
        <source>{path} is not there any more.</source>
        <translation>{path} ist nicht mehr vorhanden.</translation>
    </message>
</context>
<context>
    <name>NeutralFace</name>
    <message>
        <source>There is no face to take as neutral.</source>
        <translation>Es ist kein Gesicht da, das als neutral gelten kann.</translation>
    </message>
    <message>
        <source>The face was lost. Keep it in the picture for three seconds and try again.</source>
        <translation>Das Gesicht ging verloren. Halten Sie es drei Sekunden lang im Bild und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>What is shown of this face is now corrected by its neutral face.</source>
        <translation>Was von diesem Gesicht gezeigt wird, ist nun mit seinem neutralen Gesicht korrigiert.</translation>
    </message>
    <message>
        <source>The face that was taken as neutral looked like {what}. Was it neutral?</source>
        <translation>Das als neutral genommene Gesicht sah aus wie {what}. War es neutral?</translation>
    </message>
    <message>
        <source>Take It Again</source>
        <translation>Neu aufnehmen</translation>
    </message>
    <message>
        <source>Forget It</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>This face is shown uncorrected again.</source>
        <translation>Dieses Gesicht wird wieder unkorrigiert gezeigt.</translation>
    </message>
    <message>
        <source>Keep a neutral face and look at the camera: {seconds} s</source>
        <translation>Mit neutralem Gesicht in die Kamera sehen: {seconds} s</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Facial expressions are analyzed here</source>
        <translation>Hier werden Gesichtsausdrücke analysiert</translation>
    </message>
    <message>
        <source>A program on this computer looks at the faces in front of the camera and guesses what their expressions look like: not what you feel, and it can be wrong.</source>
        <translation>Ein Programm auf diesem Computer betrachtet die Gesichter vor der Kamera und vermutet, wonach ihr Ausdruck aussieht: nicht, was Sie fühlen, und es kann sich irren.</translation>
    </message>
    <message>
        <source>No picture leaves this computer. Ask who runs it whether something is recorded. You can say no, and step out of the picture.</source>
        <translation>Kein Bild verlässt diesen Computer. Fragen Sie, wer es betreibt, ob etwas aufgezeichnet wird. Sie können Nein sagen und aus dem Bild gehen.</translation>
    </message>
    <message>
        <source>Esc closes this page.</source>
        <translation>Esc schließt diese Seite.</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>One video is shown at a time; open the others one by one.</source>
        <translation>Es wird immer nur ein Video gezeigt; öffnen Sie die anderen nacheinander.</translation>
    </message>
    <message>
        <source>Open Images</source>
        <translation>Bilder öffnen</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>Bilder ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open Video</source>
        <translation>Video öffnen</translation>
    </message>
    <message>
        <source>Videos ({patterns})</source>
        <translation>Videos ({patterns})</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>Pasted picture {n}</source>
        <translation>Eingefügtes Bild {n}</translation>
    </message>
</context>
<context>
    <name>PathEditor</name>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose: {what}</source>
        <translation>Auswählen: {what}</translation>
    </message>
    <message>
        <source>ONNX files (*.onnx)</source>
        <translation>ONNX-Dateien (*.onnx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>PictureActions</name>
    <message>
        <source>&amp;Carry On</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Stop Analysis</source>
        <translation>Analyse &amp;stoppen</translation>
    </message>
    <message>
        <source>Carry On</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stop Analysis</source>
        <translation>Analyse stoppen</translation>
    </message>
    <message>
        <source>{name} is not listed any more; its file stays</source>
        <translation>{name} ist nicht mehr in der Liste; die Datei bleibt</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>In der Zwischenablage ist kein Bild.</translation>
    </message>
    <message>
        <source>The opened pictures were analyzed with the settings of before.</source>
        <translation>Die geöffneten Bilder wurden mit den vorherigen Einstellungen analysiert.</translation>
    </message>
    <message>
        <source>Analyze Again</source>
        <translation>Erneut analysieren</translation>
    </message>
</context>
<context>
    <name>PictureBar</name>
    <message>
        <source>All pictures</source>
        <translation>Alle Bilder</translation>
    </message>
    <message>
        <source>several faces</source>
        <translation>mehrere Gesichter</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>kein Gesicht</translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>As opened</source>
        <translation>Wie geöffnet</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Name</translation>
    </message>
    <message>
        <source>By expression</source>
        <translation>Nach Ausdruck</translation>
    </message>
    <message>
        <source>Least sure first</source>
        <translation>Unsichere zuerst</translation>
    </message>
    <message>
        <source>Most faces first</source>
        <translation>Meiste Gesichter</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>Name suchen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Save Table…</source>
        <translation>Tabelle speichern…</translation>
    </message>
    <message>
        <source>Save Table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>{number} of {n}</source>
        <translation>{number} von {n}</translation>
    </message>
    <message>
        <source>{n} open</source>
        <translation>{n} geöffnet</translation>
    </message>
</context>
<context>
    <name>PictureExport</name>
    <message>
        <source>Pictures that are not analyzed yet, and not in the table: {n}.</source>
        <translation>Noch nicht analysierte Bilder, die in der Tabelle fehlen: {n}.</translation>
    </message>
    <message>
        <source>The table is in {file}</source>
        <translation>Die Tabelle ist in {file}</translation>
    </message>
    <message>
        <source>Show Folder</source>
        <translation>Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>PictureMode</name>
    <message>
        <source>Reading {name}…</source>
        <translation>{name} wird gelesen…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Analyzing…</source>
        <translation>Wird analysiert…</translation>
    </message>
    <message>
        <source>None of the {n} pictures can be analyzed. The first: {reason}</source>
        <translation>Keines der {n} Bilder lässt sich analysieren. Das erste: {reason}</translation>
    </message>
    <message>
        <source>This file can&apos;t be read.</source>
        <translation>Diese Datei lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>Faces seen from the front and in good light are found best.</source>
        <translation>Gesichter von vorn und in gutem Licht werden am besten gefunden.</translation>
    </message>
</context>
<context>
    <name>Possible</name>
    <message>
        <source>There is no picture yet.</source>
        <translation>Es gibt noch kein Bild.</translation>
    </message>
    <message>
        <source>There is no face in the picture.</source>
        <translation>Im Bild ist kein Gesicht.</translation>
    </message>
    <message>
        <source>Start the camera first.</source>
        <translation>Zuerst die Kamera starten.</translation>
    </message>
    <message>
        <source>No pictures are open.</source>
        <translation>Es sind keine Bilder geöffnet.</translation>
    </message>
    <message>
        <source>This picture has no file.</source>
        <translation>Dieses Bild hat keine Datei.</translation>
    </message>
    <message>
        <source>No picture is analyzed yet.</source>
        <translation>Noch ist kein Bild analysiert.</translation>
    </message>
    <message>
        <source>This is the first picture.</source>
        <translation>Dies ist das erste Bild.</translation>
    </message>
    <message>
        <source>This is the last picture.</source>
        <translation>Dies ist das letzte Bild.</translation>
    </message>
    <message>
        <source>Nothing is analyzed just now.</source>
        <translation>Gerade wird nichts analysiert.</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>The new pictures stand behind those that were open: {n}.</source>
        <translation>Die neuen Bilder stehen hinter den schon geöffneten: {n}.</translation>
    </message>
    <message>
        <source>Close Those</source>
        <translation>Diese schließen</translation>
    </message>
    <message>
        <source>Start the camera, or open pictures or a video. Files can be dropped here.</source>
        <translation>Starten Sie die Kamera, oder öffnen Sie Bilder oder ein Video. Dateien lassen sich hierher ziehen.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>C&amp;lose Video</source>
        <translation>Video s&amp;chließen</translation>
    </message>
    <message>
        <source>No pictures and no video are open.</source>
        <translation>Es sind keine Bilder und kein Video geöffnet.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Nothing runs that could be paused.</source>
        <translation>Es läuft nichts, das angehalten werden könnte.</translation>
    </message>
    <message>
        <source>Pictures are open; close them to go on live.</source>
        <translation>Bilder sind geöffnet; nach dem Schließen geht es live weiter.</translation>
    </message>
    <message>
        <source>A video is held by Pause, and left by Close Video.</source>
        <translation>Ein Video hält Pause an, und Video schließen verlässt es.</translation>
    </message>
    <message>
        <source>{name}: no picture</source>
        <translation>{name}: kein Bild</translation>
    </message>
    <message>
        <source>{name}: black picture</source>
        <translation>{name}: schwarzes Bild</translation>
    </message>
    <message>
        <source>{name}: the picture stands still</source>
        <translation>{name}: Das Bild steht still</translation>
    </message>
    <message>
        <source>Paused: {name}</source>
        <translation>Pause: {name}</translation>
    </message>
    <message>
        <source>On, picture paused: {name}</source>
        <translation>An, Bild angehalten: {name}</translation>
    </message>
    <message>
        <source>Camera on: {name}</source>
        <translation>Kamera an: {name}</translation>
    </message>
    <message>
        <source>Playing: {name}</source>
        <translation>Wiedergabe: {name}</translation>
    </message>
    <message>
        <source>Stream on: {name}</source>
        <translation>Stream an: {name}</translation>
    </message>
    <message>
        <source>At the end: {name}</source>
        <translation>Am Ende: {name}</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>Kamera aus</translation>
    </message>
    <message>
        <source>Stopped: {name}</source>
        <translation>Gestoppt: {name}</translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation>Kameras werden gesucht…</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Nichts geöffnet</translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>Probabilities of the eight expressions</source>
        <translation>Wahrscheinlichkeiten der acht Ausdrücke</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>{done} of {total} pictures</source>
        <translation>{done} von {total} Bildern</translation>
    </message>
    <message>
        <source>{done} of 1 picture</source>
        <translation>{done} von 1 Bild</translation>
    </message>
    <message>
        <source>{words}, stopped</source>
        <translation>{words}, gestoppt</translation>
    </message>
    <message>
        <source>{words}, {left}</source>
        <translation>{words}, {left}</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 Bild</translation>
    </message>
    <message>
        <source>{n} pictures</source>
        <translation>{n} Bilder</translation>
    </message>
    <message>
        <source>{words}, {failed} can&apos;t be read</source>
        <translation>{words}, {failed} nicht lesbar</translation>
    </message>
    <message>
        <source>about {n} seconds left</source>
        <translation>noch etwa {n} Sekunden</translation>
    </message>
    <message>
        <source>about a minute left</source>
        <translation>noch etwa eine Minute</translation>
    </message>
    <message>
        <source>about {n} minutes left</source>
        <translation>noch etwa {n} Minuten</translation>
    </message>
    <message>
        <source>about an hour left</source>
        <translation>noch etwa eine Stunde</translation>
    </message>
    <message>
        <source>about {n} hours left</source>
        <translation>noch etwa {n} Stunden</translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>Clear This List</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Nothing was opened yet.</source>
        <translation>Es wurde noch nichts geöffnet.</translation>
    </message>
    <message>
        <source>{file} is not there any more.</source>
        <translation>{file} ist nicht mehr da.</translation>
    </message>
</context>
<context>
    <name>Recording</name>
    <message>
        <source>Marker</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>Note at {time}:</source>
        <translation>Notiz bei {time}:</translation>
    </message>
    <message>
        <source>Marked at {time}</source>
        <translation>Markiert bei {time}</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>The recording is erased.</source>
        <translation>Die Aufzeichnung ist gelöscht.</translation>
    </message>
    <message>
        <source>Other files are still in {folder}.</source>
        <translation>Andere Dateien sind noch in {folder}.</translation>
    </message>
    <message>
        <source>Only the picture is paused. The recording goes on.</source>
        <translation>Nur das Bild ist angehalten. Die Aufzeichnung läuft weiter.</translation>
    </message>
    <message>
        <source>Pause Recording</source>
        <translation>Aufzeichnung anhalten</translation>
    </message>
    <message>
        <source>Recording {time}</source>
        <translation>Aufzeichnung {time}</translation>
    </message>
    <message>
        <source>Recording paused {time}</source>
        <translation>Aufzeichnung angehalten {time}</translation>
    </message>
    <message>
        <source>End &amp;Recording</source>
        <translation>Aufzeich&amp;nung beenden</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufzeichnen</translation>
    </message>
    <message>
        <source>Nothing runs that could be recorded. Start the camera first.</source>
        <translation>Es läuft nichts, das aufgezeichnet werden könnte. Zuerst die Kamera starten.</translation>
    </message>
    <message>
        <source>Nothing is recorded at this moment.</source>
        <translation>Gerade wird nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Nothing is recorded or sent to other programs at this moment.</source>
        <translation>Gerade wird nichts aufgezeichnet und nichts an andere Programme gesendet.</translation>
    </message>
    <message>
        <source>What is recorded</source>
        <translation>Was aufgezeichnet wird</translation>
    </message>
    <message>
        <source>The recording is in {folder}</source>
        <translation>Die Aufzeichnung ist in {folder}</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsehen</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>It can be changed before a recording, not in it.</source>
        <translation>Das lässt sich vor einer Aufzeichnung ändern, nicht währenddessen.</translation>
    </message>
    <message>
        <source>It goes with each recording for research, at work and in education.</source>
        <translation>Bei Forschung, am Arbeitsplatz und in Bildungseinrichtungen gehört es zu jeder Aufzeichnung.</translation>
    </message>
    <message>
        <source>No video is recorded, so no face is seen.</source>
        <translation>Es wird kein Video aufgezeichnet, also ist kein Gesicht zu sehen.</translation>
    </message>
    <message>
        <source>Participant and Session</source>
        <translation>Teilnehmer und Sitzung</translation>
    </message>
    <message>
        <source>&amp;Participant</source>
        <translation>&amp;Teilnehmer</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation>&amp;Sitzung</translation>
    </message>
    <message>
        <source>Both go into the name of the session&apos;s folder and into session.json. A pseudonym is enough. They are forgotten when the program ends.</source>
        <translation>Beides kommt in den Namen des Sitzungsordners und in session.json. Ein Pseudonym genügt. Mit dem Ende des Programms wird beides vergessen.</translation>
    </message>
    <message>
        <source>A camera films my face, and a program on this computer guesses which expression it shows. It does not know what I feel, and it can be wrong.

Kept are figures about my face and the time and, only if I was told so, the video. Everything stays on this computer unless I am asked again.

What it is for: …
Who sees it, and until when it is kept: …

Taking part is my own choice. I can stop at any time without a reason and without any disadvantage, see what was recorded, and have it erased.</source>
        <translation>Eine Kamera filmt mein Gesicht, und ein Programm auf diesem Computer vermutet, welchen Ausdruck es zeigt. Es weiß nicht, was ich fühle, und es kann sich irren.

Aufbewahrt werden Werte zu meinem Gesicht und die Zeit und, nur wenn es mir gesagt wurde, das Video. Alles bleibt auf diesem Computer, solange ich nicht noch einmal gefragt werde.

Wofür es ist: …
Wer es sieht und bis wann es aufbewahrt wird: …

Ich nehme freiwillig teil. Ich kann jederzeit ohne Grund und ohne Nachteil aufhören, sehen, was aufgezeichnet wurde, und es löschen lassen.</translation>
    </message>
    <message>
        <source>Consent Sheet</source>
        <translation>Einwilligungsblatt</translation>
    </message>
    <message>
        <source>Write what people agree to.</source>
        <translation>Schreiben Sie, wozu die Personen einwilligen.</translation>
    </message>
    <message>
        <source>Write who agrees.</source>
        <translation>Schreiben Sie, wer einwilligt.</translation>
    </message>
    <message>
        <source>Tick that they have read it and agree.</source>
        <translation>Haken Sie an, dass sie es gelesen haben und einwilligen.</translation>
    </message>
    <message>
        <source>Give this to the people who are recorded, or read it to them. It is kept beside the recording as consent.json, and erased with it. Write down what it is for; a study&apos;s own text may stand here instead.</source>
        <translation>Geben Sie dies den Menschen zu lesen, die aufgezeichnet werden, oder lesen Sie es vor. Es wird neben der Aufzeichnung als consent.json aufbewahrt und mit ihr gelöscht. Tragen Sie ein, wofür es ist; statt dessen kann hier der eigene Text einer Studie stehen.</translation>
    </message>
    <message>
        <source>Text of the consent</source>
        <translation>Text der Einwilligung</translation>
    </message>
    <message>
        <source>&amp;Who agrees (names or pseudonyms, with commas between)</source>
        <translation>&amp;Wer einwilligt (Namen oder Pseudonyme, durch Kommas getrennt)</translation>
    </message>
    <message>
        <source>They have &amp;read this, or heard it, and agree</source>
        <translation>Sie haben es &amp;gelesen oder gehört und willigen ein</translation>
    </message>
    <message>
        <source>R&amp;ecord</source>
        <translation>&amp;Aufzeichnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>The session is kept in {folder}</source>
        <translation>Die Sitzung liegt in {folder}</translation>
    </message>
    <message>
        <source>The analysis of {name} is not kept yet.</source>
        <translation>Die Analyse von {name} ist noch nicht behalten.</translation>
    </message>
    <message>
        <source>Open Session</source>
        <translation>Sitzung öffnen</translation>
    </message>
    <message>
        <source>{folder} holds no session. Choose a folder with the file session.json.</source>
        <translation>{folder} enthält keine Sitzung. Wählen Sie einen Ordner mit der Datei session.json.</translation>
    </message>
    <message>
        <source>There is no video to show. The timeline shows what was found.</source>
        <translation>Es gibt kein Video zu zeigen. Die Zeitleiste zeigt, was gefunden wurde.</translation>
    </message>
    <message>
        <source>The video has no picture of this moment.</source>
        <translation>Das Video hat von diesem Moment kein Bild.</translation>
    </message>
    <message>
        <source>How the face looked</source>
        <translation>Wie das Gesicht aussah</translation>
    </message>
    <message>
        <source>Transitions</source>
        <translation>Übergänge</translation>
    </message>
    <message>
        <source>Table of expressions</source>
        <translation>Tabelle der Ausdrücke</translation>
    </message>
    <message>
        <source>Table of transitions</source>
        <translation>Tabelle der Übergänge</translation>
    </message>
    <message>
        <source>Copy Fi&amp;gures</source>
        <translation>Zahlen &amp;kopieren</translation>
    </message>
    <message>
        <source>Ranges that are left out of these figures: {n}.</source>
        <translation>In diesen Zahlen ausgelassene Bereiche: {n}.</translation>
    </message>
    <message>
        <source>No transitions</source>
        <translation>Keine Übergänge</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>No face was found.</source>
        <translation>Es wurde kein Gesicht gefunden.</translation>
    </message>
    <message>
        <source>Guesses about the expressions that were shown, not about feelings.</source>
        <translation>Vermutungen über gezeigte Ausdrücke, nicht über Gefühle.</translation>
    </message>
    <message>
        <source>Review: {name}</source>
        <translation>Durchsicht: {name}</translation>
    </message>
    <message>
        <source>The video is shown when all of it is analyzed.</source>
        <translation>Das Video wird gezeigt, wenn es ganz analysiert ist.</translation>
    </message>
    <message>
        <source>The analysis of {name} is not finished. Until the program ends it can go on: open the video again.</source>
        <translation>Die Analyse von {name} ist nicht fertig. Bis das Programm endet, kann sie weitergehen: Öffnen Sie das Video noch einmal.</translation>
    </message>
    <message>
        <source>Stop Analysis</source>
        <translation>Analyse stoppen</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Its video is said to be {file}, outside of this session&apos;s folder.</source>
        <translation>Ihr Video soll {file} sein, das außerhalb des Ordners dieser Sitzung liegt.</translation>
    </message>
    <message>
        <source>Show Video</source>
        <translation>Video zeigen</translation>
    </message>
    <message>
        <source>&amp;Face</source>
        <translation>&amp;Gesicht</translation>
    </message>
    <message>
        <source>Face whose timeline is shown</source>
        <translation>Gesicht, dessen Zeitleiste gezeigt wird</translation>
    </message>
    <message>
        <source>&amp;Keep as Session</source>
        <translation>Als Sitzung &amp;behalten</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>The session is still being read.</source>
        <translation>Die Sitzung wird noch gelesen.</translation>
    </message>
    <message>
        <source>There is only one face.</source>
        <translation>Es gibt nur ein Gesicht.</translation>
    </message>
    <message>
        <source>This session can&apos;t be shown.</source>
        <translation>Diese Sitzung kann nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>The session is shown when all of it is read.</source>
        <translation>Die Sitzung wird gezeigt, wenn alles gelesen ist.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>the face is not seen</source>
        <translation>das Gesicht ist nicht zu sehen</translation>
    </message>
    <message>
        <source>looks like {name}, strongest {percent}</source>
        <translation>sieht aus wie {name}, stärkster Wert {percent}</translation>
    </message>
    <message>
        <source>length {length}, faces: {n_faces}, frames: {n_frames}</source>
        <translation>Länge {length}, Gesichter: {n_faces}, Bilder: {n_frames}</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} s</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Share of time</source>
        <translation>Zeitanteil</translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation>Episoden</translation>
    </message>
    <message>
        <source>Mean length</source>
        <translation>Mittlere Länge</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Längste</translation>
    </message>
    <message>
        <source>Lost frames</source>
        <translation>Verlorene Bilder</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Valence: mean {mean}, spread {spread}. Lost frames: {lost} of {n}.</source>
        <translation>Valenz: Mittel {mean}, Streuung {spread}. Verlorene Bilder: {lost} von {n}.</translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation>Gesicht {number}</translation>
    </message>
    <message>
        <source>{n} read</source>
        <translation>{n} gelesen</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} von {total}</translation>
    </message>
</context>
<context>
    <name>ReviewRanges</name>
    <message>
        <source>Reason, if you like</source>
        <translation>Grund, wenn Sie mögen</translation>
    </message>
    <message>
        <source>Reason for leaving the range out</source>
        <translation>Grund, den Bereich auszulassen</translation>
    </message>
    <message>
        <source>&amp;Leave Out</source>
        <translation>&amp;Auslassen</translation>
    </message>
    <message>
        <source>&amp;Count Again</source>
        <translation>&amp;Wieder zählen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>Click first on a range that is left out.</source>
        <translation>Klicken Sie zuerst auf einen ausgelassenen Bereich.</translation>
    </message>
    <message>
        <source>Nothing was left out or counted again yet.</source>
        <translation>Es wurde noch nichts ausgelassen oder wieder gezählt.</translation>
    </message>
    <message>
        <source>Left out: {start} to {end}. {reason}</source>
        <translation>Ausgelassen: {start} bis {end}. {reason}</translation>
    </message>
    <message>
        <source>Selected: {start} to {end}</source>
        <translation>Gewählt: {start} bis {end}</translation>
    </message>
    <message>
        <source>Ranges left out of the figures: {n}, {length} s together</source>
        <translation>In den Zahlen ausgelassene Bereiche: {n}, zusammen {length} s</translation>
    </message>
    <message>
        <source>Drag over the timeline, or press I and O, to select a range.</source>
        <translation>Ziehen Sie über die Zeitleiste oder drücken Sie I und O, um einen Bereich zu wählen.</translation>
    </message>
</context>
<context>
    <name>ReviewTimeline</name>
    <message>
        <source>Timeline of the session</source>
        <translation>Zeitleiste der Sitzung</translation>
    </message>
    <message>
        <source>Click: go there. Drag: select a range. Wheel: zoom; with Shift: move.</source>
        <translation>Klicken: dorthin gehen. Ziehen: Bereich wählen. Rad: zoomen; mit Umschalt: verschieben.</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
</context>
<context>
    <name>ReviewTransport</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>A frame back</source>
        <translation>Ein Bild zurück</translation>
    </message>
    <message>
        <source>A frame on</source>
        <translation>Ein Bild weiter</translation>
    </message>
    <message>
        <source>Previous marker</source>
        <translation>Vorige Marke</translation>
    </message>
    <message>
        <source>Next marker</source>
        <translation>Nächste Marke</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Zum Ende</translation>
    </message>
    <message>
        <source>It has no markers.</source>
        <translation>Sie hat keine Marken.</translation>
    </message>
    <message>
        <source>Moment of the session</source>
        <translation>Moment der Sitzung</translation>
    </message>
    <message>
        <source>{now} of {whole}</source>
        <translation>{now} von {whole}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>S&amp;how the First Page</source>
        <translation>&amp;Willkommensseite zeigen</translation>
    </message>
    <message>
        <source>&amp;Reset to Defaults</source>
        <translation>Auf Standard &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>All settings are as at the first start.</source>
        <translation>Alle Einstellungen sind wie beim ersten Start.</translation>
    </message>
    <message>
        <source>Export Settings</source>
        <translation>Einstellungen exportieren</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>Einstellungen (*.json)</translation>
    </message>
    <message>
        <source>The settings are in {name}.</source>
        <translation>Die Einstellungen sind in {name} gespeichert.</translation>
    </message>
    <message>
        <source>Import Settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
    <message>
        <source>The settings of {name} are used now.</source>
        <translation>Die Einstellungen aus {name} gelten jetzt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;Allgemein</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>S&amp;prache:</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Design:</translation>
    </message>
    <message>
        <source>Less &amp;motion</source>
        <translation>Weniger &amp;Bewegung</translation>
    </message>
    <message>
        <source>No flash, and fewer steps of the timeline.</source>
        <translation>Kein Blitz und weniger Schritte im Zeitverlauf.</translation>
    </message>
    <message>
        <source>T&amp;ell results to screen readers</source>
        <translation>&amp;Ergebnisse dem Screenreader melden</translation>
    </message>
    <message>
        <source>When the result changes, at most once a second.</source>
        <translation>Wenn sich das Ergebnis ändert, höchstens einmal pro Sekunde.</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>&amp;Mirror cameras</source>
        <translation>&amp;Kameras spiegeln</translation>
    </message>
    <message>
        <source>As people know themselves. Only on the screen, never in files.</source>
        <translation>Wie man sich selbst kennt. Nur auf dem Bildschirm, nie in Dateien.</translation>
    </message>
    <message>
        <source>&amp;Boxes around faces</source>
        <translation>&amp;Rahmen um Gesichter</translation>
    </message>
    <message>
        <source>&amp;Labels beside faces</source>
        <translation>&amp;Beschriftungen neben Gesichtern</translation>
    </message>
    <message>
        <source>P&amp;ercentages behind labels</source>
        <translation>&amp;Prozentwerte hinter Beschriftungen</translation>
    </message>
    <message>
        <source>&amp;Numbers, where there are several faces</source>
        <translation>N&amp;ummern bei mehreren Gesichtern</translation>
    </message>
    <message>
        <source>Bar&amp;s of the strongest probabilities</source>
        <translation>Ba&amp;lken der höchsten Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>Si&amp;ze of the overlay:</source>
        <translation>&amp;Größe der Einblendungen:</translation>
    </message>
    <message>
        <source>&amp;Opacity of the overlay:</source>
        <translation>&amp;Deckkraft der Einblendungen:</translation>
    </message>
    <message>
        <source>Si&amp;de panel</source>
        <translation>S&amp;eitenleiste</translation>
    </message>
    <message>
        <source>&amp;Timeline shows:</source>
        <translation>Zeit&amp;verlauf zeigt:</translation>
    </message>
    <message>
        <source>10 seconds</source>
        <translation>10 Sekunden</translation>
    </message>
    <message>
        <source>30 seconds</source>
        <translation>30 Sekunden</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>2 minutes</source>
        <translation>2 Minuten</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 Minuten</translation>
    </message>
    <message>
        <source>&amp;Analysis</source>
        <translation>Anal&amp;yse</translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation>&amp;Modell:</translation>
    </message>
    <message>
        <source>Names the expressions. The Model menu adds one of your own.</source>
        <translation>Benennt die Ausdrücke. Das Menü „Modell“ fügt ein eigenes hinzu.</translation>
    </message>
    <message>
        <source>E&amp;ngine:</source>
        <translation>&amp;Engine:</translation>
    </message>
    <message>
        <source>What computes the model. LiteRT starts at once.</source>
        <translation>Was das Modell berechnet. LiteRT startet sofort.</translation>
    </message>
    <message>
        <source>&amp;Least confidence:</source>
        <translation>Mindest&amp;konfidenz:</translation>
    </message>
    <message>
        <source>Below it the result is “not sure”.</source>
        <translation>Darunter ist das Ergebnis „nicht sicher“.</translation>
    </message>
    <message>
        <source>The m&amp;odel&apos;s own</source>
        <translation>Die des M&amp;odells</translation>
    </message>
    <message>
        <source>&amp;Smoothing:</source>
        <translation>&amp;Glättung:</translation>
    </message>
    <message>
        <source>More is steadier, less is quicker; 0 is off.</source>
        <translation>Mehr ist ruhiger, weniger ist schneller; 0 ist aus.</translation>
    </message>
    <message>
        <source>&amp;Hold a lost face:</source>
        <translation>Verlorenes Gesicht &amp;halten:</translation>
    </message>
    <message>
        <source>So long it stays where it was seen last.</source>
        <translation>So lange bleibt es, wo es zuletzt gesehen wurde.</translation>
    </message>
    <message>
        <source>Search &amp;for faces:</source>
        <translation>Gesichtss&amp;uche:</translation>
    </message>
    <message>
        <source>Search in vid&amp;eo files:</source>
        <translation>In &amp;Videodateien suchen:</translation>
    </message>
    <message>
        <source>Snapshots &amp;folder:</source>
        <translation>&amp;Ordner der Schnappschüsse:</translation>
    </message>
    <message>
        <source>Recor&amp;dings folder:</source>
        <translation>Ordner der Aufzeichnun&amp;gen:</translation>
    </message>
    <message>
        <source>Begin each &amp;with a consent sheet</source>
        <translation>Jede mit einem E&amp;inwilligungsblatt beginnen</translation>
    </message>
    <message>
        <source>Of files that are analyzed for review. Less is quicker.</source>
        <translation>Von Dateien, die zur Durchsicht analysiert werden. Weniger ist schneller.</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>Gründlich</translation>
    </message>
    <message>
        <source>Smalles&amp;t face:</source>
        <translation>K&amp;leinstes Gesicht:</translation>
    </message>
    <message>
        <source>Of the picture&apos;s longer side, in live video. More is quicker.</source>
        <translation>Bezogen auf die längere Bildseite, im Live-Video. Mehr ist schneller.</translation>
    </message>
    <message>
        <source>As small as can be found</source>
        <translation>So klein wie auffindbar</translation>
    </message>
    <message>
        <source>&amp;Detector:</source>
        <translation>De&amp;tektor:</translation>
    </message>
    <message>
        <source>Haar cascades, built in</source>
        <translation>Haar-Kaskaden, eingebaut</translation>
    </message>
    <message>
        <source>YuNet, from your file</source>
        <translation>YuNet, aus Ihrer Datei</translation>
    </message>
    <message>
        <source>&amp;YuNet&apos;s file:</source>
        <translation>YuNet-&amp;Datei:</translation>
    </message>
    <message>
        <source>An ONNX file of your own; none is brought along.</source>
        <translation>Eine eigene ONNX-Datei; es wird keine mitgeliefert.</translation>
    </message>
    <message>
        <source>Sna&amp;pshots, Recordings</source>
        <translation>&amp;Schnappschüsse, Aufzeichnungen</translation>
    </message>
    <message>
        <source>Each recording is a folder of its own there.</source>
        <translation>Jede Aufzeichnung ist dort ein eigener Ordner.</translation>
    </message>
    <message>
        <source>Record the picture too, as a vid&amp;eo</source>
        <translation>Auch das Bild aufzeichnen, als &amp;Video</translation>
    </message>
    <message>
        <source>Else only figures are recorded, and no picture at all.</source>
        <translation>Sonst werden nur Werte aufgezeichnet und kein einziges Bild.</translation>
    </message>
    <message>
        <source>&amp;Blur faces in the video</source>
        <translation>Gesichter im Video &amp;unkenntlich machen</translation>
    </message>
    <message>
        <source>A face that is not found is not blurred.</source>
        <translation>Ein Gesicht, das nicht gefunden wird, bleibt erkennbar.</translation>
    </message>
    <message>
        <source>Figures of the c&amp;hosen face only</source>
        <translation>Nur Werte des gewählten Gesic&amp;hts</translation>
    </message>
    <message>
        <source>That is the one that you clicked; without a click the largest.</source>
        <translation>Das ist das angeklickte, ohne Klick das größte.</translation>
    </message>
    <message>
        <source>Text, who agrees and when are kept beside the recording. For research, and at work or in education, it is always asked for.</source>
        <translation>Text, wer einwilligt und wann werden neben der Aufzeichnung aufbewahrt. Bei Forschung sowie am Arbeitsplatz oder in Bildungseinrichtungen wird immer gefragt.</translation>
    </message>
    <message>
        <source>Live o&amp;utput</source>
        <translation>Live-A&amp;usgabe</translation>
    </message>
    <message>
        <source>&amp;Lab Streaming Layer</source>
        <translation>&amp;Lab Streaming Layer</translation>
    </message>
    <message>
        <source>Probabilities and valence of each face, as streams in a lab.</source>
        <translation>Wahrscheinlichkeiten und Valenz jedes Gesichts, als Datenströme im Labor.</translation>
    </message>
    <message>
        <source>&amp;OSC, to port 9000</source>
        <translation>&amp;OSC, an Port 9000</translation>
    </message>
    <message>
        <source>For programs of music, light and stage.</source>
        <translation>Für Programme für Musik, Licht und Bühne.</translation>
    </message>
    <message>
        <source>&amp;WebSocket, on port 8765</source>
        <translation>&amp;WebSocket, auf Port 8765</translation>
    </message>
    <message>
        <source>JSON for programs of your own; http://127.0.0.1:8765 shows it in a browser. All three stay on this computer and need the extra &apos;live&apos;.</source>
        <translation>JSON für eigene Programme; http://127.0.0.1:8765 zeigt es im Browser. Alle drei bleiben auf diesem Computer und brauchen das Extra &apos;live&apos;.</translation>
    </message>
    <message>
        <source>It is made with the first snapshot.</source>
        <translation>Er wird mit dem ersten Schnappschuss angelegt.</translation>
    </message>
    <message>
        <source>With the &amp;overlay</source>
        <translation>Mit &amp;Einblendungen</translation>
    </message>
    <message>
        <source>With a &amp;sound</source>
        <translation>Mit &amp;Ton</translation>
    </message>
    <message>
        <source>With a f&amp;lash</source>
        <translation>Mit &amp;Blitz</translation>
    </message>
    <message>
        <source>Not while there is to be less motion.</source>
        <translation>Nicht bei „Weniger Bewegung“.</translation>
    </message>
    <message>
        <source>Self-&amp;timer:</source>
        <translation>Selbstaus&amp;löser:</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>The detector YuNet needs its file.</source>
        <translation>Der Detektor YuNet braucht seine Datei.</translation>
    </message>
    <message>
        <source>YuNet needs its file; choose it below.</source>
        <translation>YuNet braucht seine Datei; wählen Sie sie unten aus.</translation>
    </message>
    <message>
        <source>Give the whole path, from the top folder on.</source>
        <translation>Geben Sie den ganzen Pfad an, ab dem obersten Ordner.</translation>
    </message>
    <message>
        <source>This is a file, not a folder.</source>
        <translation>Das ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
        <source>Untick the box beside it to choose a number.</source>
        <translation>Entfernen Sie das Häkchen daneben, um eine Zahl zu wählen.</translation>
    </message>
</context>
<context>
    <name>SettingsMenu</name>
    <message>
        <source>Some settings could not be read and were reset: {note}</source>
        <translation>Einige Einstellungen waren nicht lesbar und wurden zurückgesetzt: {note}</translation>
    </message>
    <message>
        <source>There are {n} such notes; the log file has them all.</source>
        <translation>Es gibt {n} solche Hinweise; alle stehen in der Protokolldatei.</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
</context>
<context>
    <name>Snapshots</name>
    <message>
        <source>There is no picture to keep yet.</source>
        <translation>Es gibt noch kein Bild zum Speichern.</translation>
    </message>
    <message>
        <source>Kept as {name} in {folder}</source>
        <translation>Als {name} in {folder} gespeichert</translation>
    </message>
    <message>
        <source>{name} can&apos;t be deleted ({reason}).</source>
        <translation>{name} lässt sich nicht löschen ({reason}).</translation>
    </message>
    <message>
        <source>{name} is deleted again</source>
        <translation>{name} wurde wieder gelöscht</translation>
    </message>
    <message>
        <source>No snapshot was taken yet.</source>
        <translation>Es wurde noch keine Aufnahme gemacht.</translation>
    </message>
    <message>
        <source>There is no picture to copy yet.</source>
        <translation>Es gibt noch kein Bild zum Kopieren.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Save Picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg)</source>
        <translation>Bilder (*.png *.jpg)</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>{name} gespeichert</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>{rate} frames/s    latency {latency} ms    {dropped} dropped</source>
        <translation>{rate} Bilder/s    Latenz {latency} ms    {dropped} verworfen</translation>
    </message>
    <message>
        <source>Model {model}, engine {engine}</source>
        <translation>Modell {model}, Engine {engine}</translation>
    </message>
</context>
<context>
    <name>Stream</name>
    <message>
        <source>Write the address of the stream.</source>
        <translation>Geben Sie die Adresse des Streams ein.</translation>
    </message>
    <message>
        <source>An address begins with rtsp://, rtsps://, http:// or https://.</source>
        <translation>Eine Adresse beginnt mit rtsp://, rtsps://, http:// oder https://.</translation>
    </message>
    <message>
        <source>The address names no computer, such as 192.168.1.20.</source>
        <translation>Die Adresse nennt keinen Computer, etwa 192.168.1.20.</translation>
    </message>
    <message>
        <source>What stands behind the colon is no port: a number from 1 to 65535.</source>
        <translation>Hinter dem Doppelpunkt steht kein Port: eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>An address has no spaces.</source>
        <translation>Eine Adresse hat keine Leerzeichen.</translation>
    </message>
    <message>
        <source>Open Stream</source>
        <translation>Stream öffnen</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse:</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Benutzer:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Passwort:</translation>
    </message>
    <message>
        <source>&amp;Remember the password</source>
        <translation>Passwort &amp;merken</translation>
    </message>
    <message>
        <source>It is kept in the keyring of this system.</source>
        <translation>Es liegt im Schlüsselbund dieses Systems.</translation>
    </message>
    <message>
        <source>There is no keyring that this program can use, so no password is kept.</source>
        <translation>Es gibt keinen Schlüsselbund, den dieses Programm nutzen kann; kein Passwort wird gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>P&amp;rüfen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Looking for a picture…</source>
        <translation>Ein Bild wird gesucht…</translation>
    </message>
    <message>
        <source>There is a picture of {width} x {height} pixels.</source>
        <translation>Es gibt ein Bild mit {width} x {height} Pixeln.</translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>Keep the faces that you correct on this computer?

Of each face that you name are kept: the face cut out of its picture, your label, what the model said, the name of the picture, video or camera, the person if you write one, and the time. Nothing else is kept, and nothing leaves this computer.

Pictures of faces are personal data. Correct only faces of people who have agreed to it, tell them what it is for, and erase what is not needed any more: Model &gt; Corrections shows, exports and erases everything.</source>
        <translation>Sollen die Gesichter, die Sie korrigieren, auf diesem Computer aufbewahrt werden?

Von jedem Gesicht, das Sie benennen, werden aufbewahrt: das aus dem Bild ausgeschnittene Gesicht, Ihre Bezeichnung, die Antwort des Modells, der Name des Bildes, Videos oder der Kamera, die Person, falls Sie eine angeben, und die Uhrzeit. Sonst wird nichts aufbewahrt, und nichts verlässt diesen Computer.

Bilder von Gesichtern sind personenbezogene Daten. Korrigieren Sie nur Gesichter von Menschen, die zugestimmt haben, sagen Sie ihnen, wozu es dient, und löschen Sie, was nicht mehr gebraucht wird: Modell &gt; Korrekturen zeigt, exportiert und löscht alles.</translation>
    </message>
    <message>
        <source>Keep Corrections</source>
        <translation>Korrekturen aufbewahren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Erase the only correction? It can&apos;t be brought back.</source>
        <translation>Die einzige Korrektur löschen? Sie lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Erase all {n} corrections? They can&apos;t be brought back.</source>
        <translation>Alle {n} Korrekturen löschen? Sie lassen sich nicht wiederherstellen.</translation>
    </message>
    <message>
        <source>Erase Corrections</source>
        <translation>Korrekturen löschen</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Remove the model {name}? Its folder is deleted.</source>
        <translation>Das Modell {name} entfernen? Sein Ordner wird gelöscht.</translation>
    </message>
    <message>
        <source>Remove Taught Model</source>
        <translation>Angelerntes Modell entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>There is no face to name here, or none was found yet.</source>
        <translation>Hier ist kein Gesicht zu benennen, oder es wurde noch keines gefunden.</translation>
    </message>
    <message>
        <source>Kept: {label} (the model said {said}). {n} in all.</source>
        <translation>Aufbewahrt: {label} (das Modell sagte {said}). Insgesamt {n}.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Undone: {label}. {n} in all.</source>
        <translation>Rückgängig gemacht: {label}. Insgesamt {n}.</translation>
    </message>
    <message>
        <source>Correcting</source>
        <translation>Korrigieren</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo the last correction ({key})</source>
        <translation>Die letzte Korrektur rückgängig machen ({key})</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>if you like</source>
        <translation>freiwillig</translation>
    </message>
    <message>
        <source>What does this face really look like?</source>
        <translation>Wie sieht dieses Gesicht wirklich aus?</translation>
    </message>
    <message>
        <source>Faces of one person are held back together when a model is judged.</source>
        <translation>Gesichter einer Person werden gemeinsam zurückgehalten, wenn ein Modell beurteilt wird.</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>Named faces</source>
        <translation>Benannte Gesichter</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Sieht aus wie</translation>
    </message>
    <message>
        <source>The model said</source>
        <translation>Das Modell sagte</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Erase &amp;All…</source>
        <translation>&amp;Alle löschen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{n} corrections, in {folder}. They never leave this computer by themselves.</source>
        <translation>{n} Korrekturen, in {folder}. Von selbst verlassen sie diesen Computer nie.</translation>
    </message>
    <message>
        <source>1 correction, in {folder}. It never leaves this computer by itself.</source>
        <translation>1 Korrektur, in {folder}. Sie verlässt diesen Computer nie von selbst.</translation>
    </message>
    <message>
        <source>None yet. Model &gt; Correct Expressions (C) switches the keys 1 to 8 on, with which you say what a face really looks like. They would be kept in {folder}.</source>
        <translation>Noch keine. Modell &gt; Ausdrücke korrigieren (C) schaltet die Tasten 1 bis 8 ein, mit denen Sie sagen, wonach ein Gesicht wirklich aussieht. Aufbewahrt würden sie in {folder}.</translation>
    </message>
    <message>
        <source>There are no named faces yet.</source>
        <translation>Es gibt noch keine benannten Gesichter.</translation>
    </message>
    <message>
        <source>Choose faces in the list.</source>
        <translation>Wählen Sie Gesichter in der Liste.</translation>
    </message>
    <message>
        <source>Nothing was removed yet.</source>
        <translation>Es wurde noch nichts entfernt.</translation>
    </message>
    <message>
        <source>Export Corrections to an Empty Folder</source>
        <translation>Korrekturen in einen leeren Ordner exportieren</translation>
    </message>
    <message>
        <source>1 face is in {folder}, in a folder named after its expression.</source>
        <translation>1 Gesicht liegt in {folder}, in einem Ordner mit dem Namen des Ausdrucks.</translation>
    </message>
    <message>
        <source>{n} faces are in {folder}, one folder for each expression.</source>
        <translation>{n} Gesichter sind in {folder}, ein Ordner je Ausdruck.</translation>
    </message>
    <message>
        <source>My corrections</source>
        <translation>Meine Korrekturen</translation>
    </message>
    <message>
        <source>Choose a folder of labelled pictures first.</source>
        <translation>Wählen Sie zuerst einen Ordner mit benannten Bildern.</translation>
    </message>
    <message>
        <source>There are no corrections yet. Model &gt; Correct Expressions (C) makes them.</source>
        <translation>Es gibt noch keine Korrekturen. Modell &gt; Ausdrücke korrigieren (C) macht welche.</translation>
    </message>
    <message>
        <source>My corrections ({n})</source>
        <translation>Meine Korrekturen ({n})</translation>
    </message>
    <message>
        <source>A folder of labelled pictures</source>
        <translation>Ein Ordner mit benannten Bildern</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Its pictures are faces that are cut out already</source>
        <translation>Seine Bilder sind schon ausgeschnittene Gesichter</translation>
    </message>
    <message>
        <source>One folder inside for each expression, named in English: anger, contempt, disgust, fear, happiness, neutral, sadness, surprise. FER+ is known too.</source>
        <translation>Darin ein Ordner je Ausdruck, auf Englisch benannt: anger, contempt, disgust, fear, happiness, neutral, sadness, surprise. Auch FER+ ist bekannt.</translation>
    </message>
    <message>
        <source>Folder of Labelled Pictures</source>
        <translation>Ordner mit benannten Bildern</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The last layer is fitted and judged…</source>
        <translation>Die letzte Schicht wird angepasst und beurteilt…</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Training: {done} of {total} epochs</source>
        <translation>Training: {done} von {total} Durchgängen</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Verwechslungsmatrix</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>kein Gesicht</translation>
    </message>
    <message>
        <source>The model said: {label}</source>
        <translation>Das Modell sagte: {label}</translation>
    </message>
    <message>
        <source>Labelled: {label}</source>
        <translation>Bezeichnet als: {label}</translation>
    </message>
    <message>
        <source>{n} labelled {truth}, named {said}. A click opens them.</source>
        <translation>{n} als {truth} bezeichnet, {said} genannt. Ein Klick öffnet sie.</translation>
    </message>
    <message>
        <source>Measure on My Pictures</source>
        <translation>An meinen Bildern messen</translation>
    </message>
    <message>
        <source>&amp;Pictures</source>
        <translation>&amp;Bilder</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Beside it</source>
        <translation>&amp;Daneben</translation>
    </message>
    <message>
        <source>Me&amp;asure</source>
        <translation>M&amp;essen</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>Web page (*.html);;JSON (*.json)</source>
        <translation>Webseite (*.html);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Save Measurement</source>
        <translation>Messung speichern</translation>
    </message>
    <message>
        <source>The measurement is in {file}</source>
        <translation>Die Messung ist in {file}</translation>
    </message>
    <message>
        <source>It is being measured.</source>
        <translation>Es wird gerade gemessen.</translation>
    </message>
    <message>
        <source>Measure first.</source>
        <translation>Messen Sie zuerst.</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value} ({low} bis {high})</translation>
    </message>
    <message>
        <source>Faces of a web search (FER+)</source>
        <translation>Gesichter aus einer Websuche (FER+)</translation>
    </message>
    <message>
        <source>Press photographs of public figures</source>
        <translation>Pressefotos von Personen des öffentlichen Lebens</translation>
    </message>
    <message>
        <source>Adults in the USA, posed (CK+)</source>
        <translation>Erwachsene in den USA, gestellt (CK+)</translation>
    </message>
    <message>
        <source>Performers in Taiwan, posed</source>
        <translation>Darsteller in Taiwan, gestellt</translation>
    </message>
    <message>
        <source>What the card of {name} says, by whom it was measured on</source>
        <translation>Was die Karte von {name} sagt, je nachdem, an wem es gemessen wurde</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Mean over the expressions</source>
        <translation>Mittel über die Ausdrücke</translation>
    </message>
    <message>
        <source>Weak in</source>
        <translation>Schwach bei</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Its training pictures hold few children, old people and dark-skinned people, and hardly anybody from the side: expect more mistakes there. Their groups were never measured one by one, for no label tells them.</source>
        <translation>Auf seinen Trainingsbildern sind wenige Kinder, alte Menschen und Menschen mit dunkler Haut und kaum jemand von der Seite: Dort ist mit mehr Fehlern zu rechnen. Diese Gruppen wurden nie einzeln gemessen, denn keine Angabe nennt sie.</translation>
    </message>
    <message>
        <source>Its card does not tell whose faces it learned from.</source>
        <translation>Seine Karte sagt nicht, von wessen Gesichtern es gelernt hat.</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>Pictures: {n}; more that could not be read: {lost}. A click on a cell opens the pictures behind it. The figures hold for these pictures and their labels only; with few pictures of an expression they say little about it.</source>
        <translation>Bilder: {n}; weitere, die nicht lesbar waren: {lost}. Ein Klick auf ein Feld öffnet die Bilder dahinter. Die Zahlen gelten nur für diese Bilder und ihre Bezeichnungen; bei wenigen Bildern eines Ausdrucks sagen sie wenig über ihn.</translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <translation>Makro-F1</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>Right where it is sure</source>
        <translation>Richtig, wo es sicher ist</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>Kalibrierungsfehler</translation>
    </message>
    <message>
        <source>Faces found</source>
        <translation>Gesichter gefunden</translation>
    </message>
    <message>
        <source>Answers with a confidence of 80 % or more: {n}, of which {right} are right.</source>
        <translation>Antworten mit einer Sicherheit von 80 % oder mehr: {n}, davon {right} richtig.</translation>
    </message>
    <message>
        <source>Few pictures of: {names}.</source>
        <translation>Wenige Bilder von: {names}.</translation>
    </message>
    <message>
        <source>The model in use was not taught here.</source>
        <translation>Das Modell, das in Gebrauch ist, wurde nicht hier angelernt.</translation>
    </message>
    <message>
        <source>The model {name} is used from now on; the Model menu switches back.</source>
        <translation>Ab jetzt wird das Modell {name} benutzt; das Menü Modell wechselt zurück.</translation>
    </message>
    <message>
        <source>Teach a Model</source>
        <translation>Ein Modell anlernen</translation>
    </message>
    <message>
        <source>&amp;What learns</source>
        <translation>&amp;Was lernt</translation>
    </message>
    <message>
        <source>The last layer, in seconds</source>
        <translation>Die letzte Schicht, in Sekunden</translation>
    </message>
    <message>
        <source>The whole network with Keras, in minutes</source>
        <translation>Das ganze Netz mit Keras, in Minuten</translation>
    </message>
    <message>
        <source>&amp;Find more often</source>
        <translation>&amp;Öfter finden</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>All expressions alike</source>
        <translation>Alle Ausdrücke gleich</translation>
    </message>
    <message>
        <source>All layers of the model learn. A fifth of the pictures of each expression is kept aside and only measured; people in them may be in the others too, so the figures speak for these people. If any expression is found less often by more than {most}, nothing is made.</source>
        <translation>Alle Schichten des Modells lernen. Ein Fünftel der Bilder jedes Ausdrucks bleibt beiseite und wird nur gemessen; Personen darin können auch in den anderen sein, die Zahlen gelten also für diese Personen. Wird ein Ausdruck um mehr als {most} seltener gefunden, entsteht nichts.</translation>
    </message>
    <message>
        <source>Only the last layer of the model is taught, near the one it has. Faces are judged by a layer that saw no other picture of the same person or source. If any expression is found less often by more than {most}, nothing is made.</source>
        <translation>Nur die letzte Schicht des Modells wird angelernt, nahe an der bisherigen. Gesichter beurteilt eine Schicht, die kein anderes Bild derselben Person oder Quelle gesehen hat. Wird irgendein Ausdruck um mehr als {most} seltener gefunden, entsteht kein Modell.</translation>
    </message>
    <message>
        <source>A model is being taught.</source>
        <translation>Ein Modell wird gerade angelernt.</translation>
    </message>
    <message>
        <source>Where the whole network learns, all expressions count alike.</source>
        <translation>Wo das ganze Netz lernt, zählen alle Ausdrücke gleich.</translation>
    </message>
    <message>
        <source>Teach a model first.</source>
        <translation>Lernen Sie zuerst ein Modell an.</translation>
    </message>
    <message>
        <source>No model was made.</source>
        <translation>Es wurde kein Modell erstellt.</translation>
    </message>
    <message>
        <source>A name begins with a letter or digit; spaces, points, - and _ may follow.</source>
        <translation>Ein Name beginnt mit einem Buchstaben oder einer Ziffer; Leerzeichen, Punkte, - und _ dürfen folgen.</translation>
    </message>
    <message>
        <source>&amp;Teach</source>
        <translation>&amp;Anlernen</translation>
    </message>
    <message>
        <source>&amp;Keep and Use</source>
        <translation>Be&amp;halten und benutzen</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Gesichter</translation>
    </message>
    <message>
        <source>Found before</source>
        <translation>Vorher gefunden</translation>
    </message>
    <message>
        <source>Found after</source>
        <translation>Nachher gefunden</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>No model was made: at least two expressions need five faces each. Name faces that the model gets right too, so that it does not forget them.</source>
        <translation>Es wurde kein Modell erstellt: Mindestens zwei Ausdrücke brauchen je fünf Gesichter. Benennen Sie auch Gesichter, die das Modell richtig erkennt, damit es sie nicht verlernt.</translation>
    </message>
    <message>
        <source>No model was made: {needed} faces are needed (found: {found}).</source>
        <translation>Es wurde kein Modell erstellt: Nötig sind {needed} Gesichter (gefunden: {found}).</translation>
    </message>
    <message>
        <source>No model was made: {needed} faces of {label} are needed (found: {found}).</source>
        <translation>Es wurde kein Modell erstellt: Nötig sind {needed} Gesichter mit {label} (gefunden: {found}).</translation>
    </message>
    <message>
        <source>No model was made: faces of {needed} persons or sources are needed to judge it on others (found: {found}).</source>
        <translation>Es wurde kein Modell erstellt: Nötig sind Gesichter von {needed} Personen oder Quellen, um es an anderen zu beurteilen (gefunden: {found}).</translation>
    </message>
    <message>
        <source>No model was made: {label} would be found less often by {fall}. More faces of it, those that are right too, may help.</source>
        <translation>Es wurde kein Modell erstellt: {label} würde um {fall} seltener gefunden. Mehr Gesichter davon, auch richtig erkannte, können helfen.</translation>
    </message>
    <message>
        <source>No model was made: it would not be better on the pictures that were kept aside. More pictures may help.</source>
        <translation>Es wurde kein Modell erstellt: Auf den beiseitegelegten Bildern wäre es nicht besser. Mehr Bilder können helfen.</translation>
    </message>
    <message>
        <source>No model was made: {label} would not be found more often on other persons. Faces of more persons may help.</source>
        <translation>Es wurde kein Modell erstellt: {label} würde bei anderen Personen nicht öfter gefunden. Gesichter von mehr Personen können helfen.</translation>
    </message>
    <message>
        <source>No model was made: it would not be better on other persons. Faces of more persons may help.</source>
        <translation>Es wurde kein Modell erstellt: Bei anderen Personen wäre es nicht besser. Gesichter von mehr Personen können helfen.</translation>
    </message>
    <message>
        <source>On persons that were held back, the mean over the expressions goes from {before} to {after}: a change of {change} (95 % interval {low} to {high}), with {n} faces of {groups} persons or sources.</source>
        <translation>Bei zurückgehaltenen Personen geht das Mittel über die Ausdrücke von {before} auf {after}: eine Änderung um {change} (95-%-Intervall {low} bis {high}), mit {n} Gesichtern von {groups} Personen oder Quellen.</translation>
    </message>
    <message>
        <source>On {n} pictures that were kept aside, the mean over the expressions goes from {before} to {after}.</source>
        <translation>Auf {n} Bildern, die beiseite blieben, geht das Mittel über die Ausdrücke von {before} auf {after}.</translation>
    </message>
    <message>
        <source>The whole network is taught by the training workshop, which is only in a checkout of the program&apos;s source, and this program is installed without it. The last layer can be taught here.</source>
        <translation>Das ganze Netz lernt in der Trainingswerkstatt, die es nur in einem Auszug des Quelltextes gibt, und dieses Programm ist ohne sie installiert. Die letzte Schicht kann hier angelernt werden.</translation>
    </message>
    <message>
        <source>The whole network is taught with TensorFlow and Keras, which are not installed: the extra &apos;keras&apos; brings them. The last layer can be taught without.</source>
        <translation>Das ganze Netz lernt mit TensorFlow und Keras, die nicht installiert sind: das Extra „keras“ bringt sie mit. Die letzte Schicht lernt auch ohne sie.</translation>
    </message>
    <message>
        <source>{name} has no model.keras: only its last layer can be taught.</source>
        <translation>{name} hat keine model.keras: nur seine letzte Schicht kann angelernt werden.</translation>
    </message>
    <message>
        <source>What the Network Looks At</source>
        <translation>Worauf das Netz schaut</translation>
    </message>
    <message>
        <source>Coloured parts make the answer less sure when they are covered. This says what the answer hangs on, not whether it is right, and nothing about the person.</source>
        <translation>Werden farbige Teile verdeckt, ist die Antwort weniger sicher. Das sagt, woran die Antwort hängt, nicht ob sie richtig ist, und nichts über die Person.</translation>
    </message>
    <message>
        <source>There is no face. Start the camera, or open pictures.</source>
        <translation>Es gibt kein Gesicht. Starten Sie die Kamera oder öffnen Sie Bilder.</translation>
    </message>
    <message>
        <source>The chosen face is looked at…</source>
        <translation>Das gewählte Gesicht wird untersucht…</translation>
    </message>
    <message>
        <source>What makes this face look like {label}:</source>
        <translation>Weshalb dieses Gesicht nach {label} aussieht:</translation>
    </message>
    <message>
        <source>In force now</source>
        <translation>Gilt gerade</translation>
    </message>
    <message>
        <source>Corrected by</source>
        <translation>Korrigiert durch</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Für wen</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>End &amp;It</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>A neutral face corrects only what is shown; raw values stay as the model gave them, in recordings too. The named faces below change nothing until a model is taught with them.</source>
        <translation>Ein neutrales Gesicht korrigiert nur, was gezeigt wird; Rohwerte bleiben, wie das Modell sie gab, auch in Aufzeichnungen. Die benannten Gesichter unten ändern nichts, bis ein Modell mit ihnen angelernt wird.</translation>
    </message>
    <message>
        <source>Nothing. A neutral face (Faces &gt; This Is My Neutral Face) corrects one face while it is in the picture; a model that was taught here corrects everybody&apos;s results. The named faces below change nothing until a model is taught with them.</source>
        <translation>Nichts. Ein neutrales Gesicht (Gesichter &gt; Das ist mein neutrales Gesicht) korrigiert ein Gesicht, solange es im Bild ist; ein hier angelerntes Modell korrigiert die Ergebnisse aller. Die benannten Gesichter unten ändern nichts, bis ein Modell mit ihnen angelernt wird.</translation>
    </message>
    <message>
        <source>Neutral face (it looked like {what})</source>
        <translation>Neutrales Gesicht (es sah aus wie {what})</translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation>Gesicht {number}</translation>
    </message>
    <message>
        <source>The face leaves the picture, or the source or the model changes</source>
        <translation>Das Gesicht verlässt das Bild, oder Quelle oder Modell wechseln</translation>
    </message>
    <message>
        <source>Taught model {name}</source>
        <translation>Angelerntes Modell {name}</translation>
    </message>
    <message>
        <source>Everybody; taught with {n} faces of {groups} persons or sources</source>
        <translation>Alle; angelernt mit {n} Gesichtern von {groups} Personen oder Quellen</translation>
    </message>
    <message>
        <source>Another model is chosen</source>
        <translation>Ein anderes Modell gewählt wird</translation>
    </message>
    <message>
        <source>Choose a line of the list.</source>
        <translation>Wählen Sie eine Zeile der Liste.</translation>
    </message>
    <message>
        <source>Write the address of the cluster&apos;s scheduler first.</source>
        <translation>Geben Sie zuerst die Adresse des Schedulers ein.</translation>
    </message>
    <message>
        <source>On a Dask &amp;cluster:</source>
        <translation>Auf einem &amp;Dask-Cluster:</translation>
    </message>
    <message>
        <source>Address of the scheduler</source>
        <translation>Adresse des Schedulers</translation>
    </message>
    <message>
        <source>Pictures then leave this computer for the cluster&apos;s machines, which must see the folder under the same path and have the same version of this program. A scheduler runs whatever anyone sends it: use it in a network that you trust.</source>
        <translation>Die Bilder verlassen dann diesen Computer und gehen an die Rechner des Clusters, die den Ordner unter demselben Pfad sehen und dieselbe Version dieses Programms haben müssen. Ein Scheduler führt aus, was immer man ihm schickt: Verwenden Sie ihn in einem Netz, dem Sie vertrauen.</translation>
    </message>
    <message>
        <source>{window}: it is not finished, and what was found so far would be lost.</source>
        <translation>{window}: Das ist nicht fertig, und was bis jetzt gefunden wurde, ginge verloren.</translation>
    </message>
    <message>
        <source>{window}: the result is not kept yet.</source>
        <translation>{window}: Das Ergebnis ist noch nicht gesichert.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline of the eight expressions</source>
        <translation>Zeitverlauf der acht Ausdrücke</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Time span of the timeline</source>
        <translation>Zeitspanne des Zeitverlaufs</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} s</translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation>{number} min</translation>
    </message>
    <message>
        <source>The face is not seen at the moment.</source>
        <translation>Das Gesicht ist gerade nicht zu sehen.</translation>
    </message>
    <message>
        <source>Strongest now: {first} {percent}, then {second} {other}.</source>
        <translation>Jetzt am stärksten: {first} {percent}, dann {second} {other}.</translation>
    </message>
</context>
<context>
    <name>TimelinePlot</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>-{number} s</source>
        <translation>-{number} s</translation>
    </message>
    <message>
        <source>-{number} min</source>
        <translation>-{number} min</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>No video is open.</source>
        <translation>Es ist kein Video geöffnet.</translation>
    </message>
    <message>
        <source>A video plays straight on while it is recorded.</source>
        <translation>Während es aufgezeichnet wird, läuft ein Video geradeaus.</translation>
    </message>
    <message>
        <source>While a video is recorded, every frame is analyzed.</source>
        <translation>Während ein Video aufgezeichnet wird, wird jedes Bild analysiert.</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Moment of the video</source>
        <translation>Stelle im Video</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Speed: {speed}</source>
        <translation>Tempo: {speed}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>{now} / {whole}</source>
        <translation>{now} / {whole}</translation>
    </message>
</context>
<context>
    <name>ViewCheck</name>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Schärfe</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lage</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Free View</source>
        <translation>Freie Sicht</translation>
    </message>
    <message>
        <source>Light and Position</source>
        <translation>Licht und Lage</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Aufzeichnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing is shown live. Start the camera first.</source>
        <translation>Es läuft keine Kamera. Erst die Kamera starten.</translation>
    </message>
    <message>
        <source>No face is seen. Sit before the camera.</source>
        <translation>Kein Gesicht zu sehen. Vor die Kamera setzen.</translation>
    </message>
    <message>
        <source>Something can be better:</source>
        <translation>Etwas kann besser sein:</translation>
    </message>
    <message>
        <source>All is well: it can be recorded.</source>
        <translation>Alles ist gut: es kann aufgenommen werden.</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
</context>
<context>
    <name>ViewOptions</name>
    <message>
        <source>Leave Mini View</source>
        <translation>Miniansicht verlassen</translation>
    </message>
    <message>
        <source>Leave Full Screen</source>
        <translation>Vollbild verlassen</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>It names the expression that a face shows: live from a camera, in pictures and in videos.</source>
        <translation>Es benennt den Ausdruck, den ein Gesicht zeigt: live von einer Kamera, in Bildern und in Videos.</translation>
    </message>
    <message>
        <source>Everything runs on this computer. No picture leaves it, and none is kept unless you save it.</source>
        <translation>Alles läuft auf diesem Computer. Kein Bild verlässt ihn, und keines wird aufbewahrt, außer Sie speichern es.</translation>
    </message>
    <message>
        <source>A result is a guess about the expression that is shown, not about what somebody feels. It can be wrong.</source>
        <translation>Ein Ergebnis ist eine Vermutung über den gezeigten Ausdruck, nicht darüber, was jemand fühlt. Es kann falsch sein.</translation>
    </message>
    <message>
        <source>In the European Union, reading emotions at work or in education is forbidden, except for medical or safety reasons (AI Act, Article 5(1)(f)).</source>
        <translation>In der Europäischen Union ist es verboten, am Arbeitsplatz oder in Bildungseinrichtungen Emotionen von Personen abzuleiten, außer aus medizinischen Gründen oder Sicherheitsgründen (KI-Verordnung/AI Act, Artikel 5 Absatz 1 Buchstabe f).</translation>
    </message>
    <message>
        <source>Where it is allowed, the people in the picture must be told that their expressions are analyzed, before it begins (Article 50(3)).</source>
        <translation>Wo es erlaubt ist, müssen die Personen im Bild vor Beginn darüber informiert werden, dass ihre Ausdrücke analysiert werden (Artikel 50 Absatz 3).</translation>
    </message>
    <message>
        <source>Welcome to FER Desktop</source>
        <translation>Willkommen bei FER Desktop</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Say first what you use it for.</source>
        <translation>Sagen Sie zuerst, wofür Sie es verwenden.</translation>
    </message>
    <message>
        <source>For myself: to try it, to learn, to practise</source>
        <translation>Für mich selbst: ausprobieren, lernen, üben</translation>
    </message>
    <message>
        <source>With people who know of it: art, games, a show</source>
        <translation>Mit Menschen, die davon wissen: Kunst, Spiel, Vorführung</translation>
    </message>
    <message>
        <source>Research with people who have agreed to it</source>
        <translation>Forschung mit Menschen, die eingewilligt haben</translation>
    </message>
    <message>
        <source>At work or in education: employees, applicants, pupils, students</source>
        <translation>Am Arbeitsplatz oder in Schule, Ausbildung, Studium</translation>
    </message>
    <message>
        <source>For medical reasons</source>
        <translation>Aus medizinischen Gründen</translation>
    </message>
    <message>
        <source>For safety reasons</source>
        <translation>Aus Sicherheitsgründen</translation>
    </message>
    <message>
        <source>Outside the European Union, and no result is used in it</source>
        <translation>Außerhalb der Europäischen Union, auch jedes Ergebnis</translation>
    </message>
    <message>
        <source>“The following AI practices shall be prohibited: […] the placing on the market, the putting into service for this specific purpose, or the use of AI systems to infer emotions of a natural person in the areas of workplace and education institutions, except where the use of the AI system is intended to be put in place or into the market for medical or safety reasons” (Regulation (EU) 2024/1689, Article 5(1)(f)).</source>
        <translation>„Folgende Praktiken im KI-Bereich sind verboten: […] das Inverkehrbringen, die Inbetriebnahme für diesen spezifischen Zweck oder die Verwendung von KI-Systemen zur Ableitung von Emotionen einer natürlichen Person am Arbeitsplatz und in Bildungseinrichtungen, es sei denn, die Verwendung des KI-Systems soll aus medizinischen Gründen oder Sicherheitsgründen eingeführt oder auf den Markt gebracht werden“ (Verordnung (EU) 2024/1689, Artikel 5 Absatz 1 Buchstabe f).</translation>
    </message>
    <message>
        <source>Where none of these holds it is forbidden, and the program does not start.</source>
        <translation>Trifft nichts davon zu, ist es verboten, und das Programm startet nicht.</translation>
    </message>
    <message>
        <source>What do you use it for?</source>
        <translation>Wofür verwenden Sie es?</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>anger</source>
        <translation>Ärger</translation>
    </message>
    <message>
        <source>contempt</source>
        <translation>Verachtung</translation>
    </message>
    <message>
        <source>disgust</source>
        <translation>Ekel</translation>
    </message>
    <message>
        <source>fear</source>
        <translation>Angst</translation>
    </message>
    <message>
        <source>happiness</source>
        <translation>Freude</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>neutral</translation>
    </message>
    <message>
        <source>sadness</source>
        <translation>Trauer</translation>
    </message>
    <message>
        <source>surprise</source>
        <translation>Überraschung</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>nicht sicher</translation>
    </message>
    <message>
        <source>{name}, {percent}</source>
        <translation>{name}, {percent}</translation>
    </message>
    <message>
        <source>looks like {what}</source>
        <translation>sieht aus wie {what}</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>Face {number}: not sure</source>
        <translation>Gesicht {number}: nicht sicher</translation>
    </message>
    <message>
        <source>Looks like {name}</source>
        <translation>Sieht aus wie {name}</translation>
    </message>
    <message>
        <source>Face {number} looks like {name}</source>
        <translation>Gesicht {number} sieht aus wie {name}</translation>
    </message>
</context>
</TS>
