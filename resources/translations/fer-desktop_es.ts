<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open Images…</source>
        <translation>Abrir &amp;imágenes…</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>Abrir &amp;carpeta…</translation>
    </message>
    <message>
        <source>Open &amp;Video…</source>
        <translation>Abrir &amp;vídeo…</translation>
    </message>
    <message>
        <source>Open Sess&amp;ion…</source>
        <translation>A&amp;brir sesión…</translation>
    </message>
    <message>
        <source>Recordin&amp;gs…</source>
        <translation>Bib&amp;lioteca de grabaciones…</translation>
    </message>
    <message>
        <source>Anal&amp;yze Video for Review…</source>
        <translation>Anali&amp;zar vídeo para revisión…</translation>
    </message>
    <message>
        <source>&amp;Analyze Folder into Table…</source>
        <translation>Analizar carpeta en un &amp;fichero de tabla…</translation>
    </message>
    <message>
        <source>E&amp;xport Session…</source>
        <translation>E&amp;xportar sesión…</translation>
    </message>
    <message>
        <source>&amp;Paste Picture</source>
        <translation>&amp;Pegar imagen</translation>
    </message>
    <message>
        <source>&amp;Take Snapshot</source>
        <translation>&amp;Tomar instantánea</translation>
    </message>
    <message>
        <source>&amp;Undo Snapshot</source>
        <translation>&amp;Deshacer instantánea</translation>
    </message>
    <message>
        <source>&amp;Copy Picture</source>
        <translation>C&amp;opiar imagen</translation>
    </message>
    <message>
        <source>&amp;Save Picture As…</source>
        <translation>&amp;Guardar imagen como…</translation>
    </message>
    <message>
        <source>Save Ta&amp;ble…</source>
        <translation>G&amp;uardar tabla…</translation>
    </message>
    <message>
        <source>&amp;Record Session</source>
        <translation>G&amp;rabar sesión</translation>
    </message>
    <message>
        <source>With &amp;Video</source>
        <translation>Con &amp;vídeo</translation>
    </message>
    <message>
        <source>&amp;Blur Faces in the Video</source>
        <translation>&amp;Difuminar las caras en el vídeo</translation>
    </message>
    <message>
        <source>&amp;Only the Chosen Face</source>
        <translation>&amp;Solo la cara elegida</translation>
    </message>
    <message>
        <source>With a &amp;Consent Sheet</source>
        <translation>Con &amp;hoja de consentimiento</translation>
    </message>
    <message>
        <source>&amp;Participant and Session…</source>
        <translation>&amp;Participante y sesión…</translation>
    </message>
    <message>
        <source>&amp;Light and Position…</source>
        <translation>&amp;Luz y posición…</translation>
    </message>
    <message>
        <source>Pa&amp;use Recording</source>
        <translation>Pa&amp;usar la grabación</translation>
    </message>
    <message>
        <source>Set &amp;Marker…</source>
        <translation>Poner &amp;marca…</translation>
    </message>
    <message>
        <source>Mar&amp;k Now</source>
        <translation>Marc&amp;ar ahora</translation>
    </message>
    <message>
        <source>C&amp;lose Pictures</source>
        <translation>C&amp;errar imágenes</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>Co&amp;nfiguración…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Demo</source>
        <translation>&amp;Demo</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausa</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>D&amp;etener</translation>
    </message>
    <message>
        <source>A Frame &amp;Back</source>
        <translation>Un fotograma &amp;atrás</translation>
    </message>
    <message>
        <source>A Frame &amp;On</source>
        <translation>Un fotograma a&amp;delante</translation>
    </message>
    <message>
        <source>&amp;5 Seconds Back</source>
        <translation>&amp;5 segundos atrás</translation>
    </message>
    <message>
        <source>5 Seconds O&amp;n</source>
        <translation>5 segundos ade&amp;lante</translation>
    </message>
    <message>
        <source>To the &amp;Start</source>
        <translation>Al pr&amp;incipio</translation>
    </message>
    <message>
        <source>To the &amp;End</source>
        <translation>Al &amp;final</translation>
    </message>
    <message>
        <source>S&amp;lower</source>
        <translation>Más l&amp;ento</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>Más &amp;rápido</translation>
    </message>
    <message>
        <source>&amp;Usual Speed</source>
        <translation>Velocidad &amp;normal</translation>
    </message>
    <message>
        <source>Analyze E&amp;very Frame, However Long It Takes</source>
        <translation>Anali&amp;zar cada fotograma, tarde lo que tarde</translation>
    </message>
    <message>
        <source>Open Strea&amp;m…</source>
        <translation>Abrir trans&amp;misión…</translation>
    </message>
    <message>
        <source>&amp;Refresh List</source>
        <translation>&amp;Actualizar lista</translation>
    </message>
    <message>
        <source>Camera S&amp;ettings…</source>
        <translation>&amp;Configuración de cámara…</translation>
    </message>
    <message>
        <source>Camera D&amp;octor…</source>
        <translation>Dia&amp;gnóstico de cámara…</translation>
    </message>
    <message>
        <source>&amp;Previous Picture</source>
        <translation>Imagen &amp;anterior</translation>
    </message>
    <message>
        <source>Ne&amp;xt Picture</source>
        <translation>Imagen &amp;siguiente</translation>
    </message>
    <message>
        <source>Next &amp;Face</source>
        <translation>Cara si&amp;guiente</translation>
    </message>
    <message>
        <source>This Is My &amp;Neutral Face</source>
        <translation>Esta es mi cara &amp;neutral</translation>
    </message>
    <message>
        <source>Forge&amp;t Neutral Face</source>
        <translation>&amp;Olvidar cara neutral</translation>
    </message>
    <message>
        <source>What the Network &amp;Looks At…</source>
        <translation>En qué se fi&amp;ja la red…</translation>
    </message>
    <message>
        <source>Table &amp;of Faces</source>
        <translation>&amp;Tabla de caras</translation>
    </message>
    <message>
        <source>Sho&amp;w in Folder</source>
        <translation>Mostrar en la car&amp;peta</translation>
    </message>
    <message>
        <source>&amp;Remove from the List</source>
        <translation>Quita&amp;r de la lista</translation>
    </message>
    <message>
        <source>&amp;Analyze Again</source>
        <translation>&amp;Volver a analizar</translation>
    </message>
    <message>
        <source>&amp;Stop Analysis</source>
        <translation>&amp;Detener análisis</translation>
    </message>
    <message>
        <source>&amp;Mirror Camera</source>
        <translation>&amp;Reflejar cámara</translation>
    </message>
    <message>
        <source>&amp;Boxes</source>
        <translation>&amp;Recuadros</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>&amp;Etiquetas</translation>
    </message>
    <message>
        <source>&amp;Percentages</source>
        <translation>&amp;Porcentajes</translation>
    </message>
    <message>
        <source>&amp;Numbers</source>
        <translation>&amp;Números</translation>
    </message>
    <message>
        <source>Ba&amp;rs</source>
        <translation>&amp;Barras</translation>
    </message>
    <message>
        <source>&amp;Fit to Window</source>
        <translation>&amp;Ajustar a la ventana</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>&amp;Tamaño real</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Acer&amp;car</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>A&amp;lejar</translation>
    </message>
    <message>
        <source>Side &amp;Panel</source>
        <translation>&amp;Panel lateral</translation>
    </message>
    <message>
        <source>Mi&amp;ni View, Always on Top</source>
        <translation>Vista &amp;mini, siempre visible</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>Pantalla c&amp;ompleta</translation>
    </message>
    <message>
        <source>&amp;Own Model Folder…</source>
        <translation>Carpeta de modelo &amp;propio…</translation>
    </message>
    <message>
        <source>Remove Tau&amp;ght Model…</source>
        <translation>&amp;Quitar modelo enseñado…</translation>
    </message>
    <message>
        <source>Co&amp;rrect Expressions</source>
        <translation>&amp;Corregir expresiones</translation>
    </message>
    <message>
        <source>Correct&amp;ions…</source>
        <translation>Correcc&amp;iones…</translation>
    </message>
    <message>
        <source>&amp;Measure on My Pictures…</source>
        <translation>Me&amp;dir con mis imágenes…</translation>
    </message>
    <message>
        <source>&amp;Teach…</source>
        <translation>&amp;Enseñar…</translation>
    </message>
    <message>
        <source>Model &amp;Card…</source>
        <translation>&amp;Ficha del modelo…</translation>
    </message>
    <message>
        <source>&amp;First Page</source>
        <translation>Página de &amp;bienvenida</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Teclado</translation>
    </message>
    <message>
        <source>&amp;Notice for People in View…</source>
        <translation>A&amp;viso para las personas en imagen…</translation>
    </message>
    <message>
        <source>&amp;Doctor Report…</source>
        <translation>Informe de &amp;diagnóstico…</translation>
    </message>
    <message>
        <source>Open &amp;Log Folder</source>
        <translation>Abrir carpeta del &amp;registro</translation>
    </message>
    <message>
        <source>L&amp;icences…</source>
        <translation>&amp;Licencias…</translation>
    </message>
    <message>
        <source>&amp;About FER Desktop</source>
        <translation>&amp;Acerca de FER Desktop</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>Como el &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>&amp;Fast: Upright Heads, near the Camera</source>
        <translation>&amp;Rápida: cabezas erguidas, cerca de la cámara</translation>
    </message>
    <message>
        <source>&amp;Balanced</source>
        <translation>&amp;Equilibrada</translation>
    </message>
    <message>
        <source>&amp;Thorough: Small Faces Too, Slower</source>
        <translation>E&amp;xhaustiva: también caras pequeñas, más lenta</translation>
    </message>
    <message>
        <source>&amp;LiteRT</source>
        <translation>&amp;LiteRT</translation>
    </message>
    <message>
        <source>&amp;Keras (Needs TensorFlow)</source>
        <translation>&amp;Keras (requiere TensorFlow)</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>&amp;Desactivado</translation>
    </message>
    <message>
        <source>&amp;3 Seconds</source>
        <translation>&amp;3 segundos</translation>
    </message>
    <message>
        <source>&amp;5 Seconds</source>
        <translation>&amp;5 segundos</translation>
    </message>
    <message>
        <source>&amp;10 Seconds</source>
        <translation>&amp;10 segundos</translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation>Buscando cámaras…</translation>
    </message>
    <message>
        <source>No camera found</source>
        <translation>Ninguna cámara encontrada</translation>
    </message>
    <message>
        <source>The system is asked which cameras there are.</source>
        <translation>Se pregunta al sistema qué cámaras hay.</translation>
    </message>
    <message>
        <source>Plug a camera in; it appears here by itself.</source>
        <translation>Conecte una cámara; aparecerá aquí por sí sola.</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>T&amp;ema</translation>
    </message>
    <message>
        <source>&amp;Search for Faces</source>
        <translation>&amp;Búsqueda de caras</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>&amp;Motor</translation>
    </message>
    <message>
        <source>Self-&amp;Timer</source>
        <translation>&amp;Temporizador</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>O&amp;verlay</source>
        <translation>&amp;Superposición</translation>
    </message>
    <message>
        <source>What Is Recor&amp;ded</source>
        <translation>&amp;Qué se graba</translation>
    </message>
    <message>
        <source>Open Rece&amp;nt</source>
        <translation>Abrir arc&amp;hivo reciente</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Camera</source>
        <translation>&amp;Cámara</translation>
    </message>
    <message>
        <source>Vi&amp;deo</source>
        <translation>Ví&amp;deo</translation>
    </message>
    <message>
        <source>F&amp;aces</source>
        <translation>Ca&amp;ras</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modelo</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>CameraChoice</name>
    <message>
        <source>Looking for cameras…</source>
        <translation>Buscando cámaras…</translation>
    </message>
    <message>
        <source>No camera was found, so this is the built-in demo. Plug a camera in and choose it in the Camera menu, or open pictures and videos from the File menu.</source>
        <translation>No se ha encontrado ninguna cámara, por eso se muestra la demo integrada. Conecte una cámara y elíjala en el menú Cámara, o abra imágenes y vídeos desde el menú Archivo.</translation>
    </message>
    <message>
        <source>{name} is connected.</source>
        <translation>{name} está conectada.</translation>
    </message>
    <message>
        <source>Use It</source>
        <translation>Usar</translation>
    </message>
</context>
<context>
    <name>CameraDoctor</name>
    <message>
        <source>Camera Doctor</source>
        <translation>Diagnóstico de cámara</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Qué se ha encontrado</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Check &amp;Again</source>
        <translation>&amp;Volver a comprobar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation>Buscando cámaras…</translation>
    </message>
    <message>
        <source>The cameras are still looked at.</source>
        <translation>Todavía se están comprobando las cámaras.</translation>
    </message>
    <message>
        <source>{name}: looking at its picture…</source>
        <translation>{name}: comprobando su imagen…</translation>
    </message>
    <message>
        <source>{width} x {height} at {rate} frames a second.</source>
        <translation>{width} x {height} a {rate} fotogramas por segundo.</translation>
    </message>
</context>
<context>
    <name>CameraSettings</name>
    <message>
        <source>Camera Settings</source>
        <translation>Configuración de cámara</translation>
    </message>
    <message>
        <source>&amp;Camera:</source>
        <translation>&amp;Cámara:</translation>
    </message>
    <message>
        <source>&amp;Resolution:</source>
        <translation>&amp;Resolución:</translation>
    </message>
    <message>
        <source>&amp;Frames a second:</source>
        <translation>&amp;Fotogramas por segundo:</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Resolución</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>Fotogramas por segundo</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>&amp;Mirror the view, not the data</source>
        <translation>Reflejar la &amp;vista, no los datos</translation>
    </message>
    <message>
        <source>Mirror the view</source>
        <translation>Reflejar la vista</translation>
    </message>
    <message>
        <source>Camera &amp;Doctor…</source>
        <translation>&amp;Diagnóstico de cámara…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>{name} (not connected)</source>
        <translation>{name} (no conectada)</translation>
    </message>
    <message>
        <source>No camera found</source>
        <translation>Ninguna cámara encontrada</translation>
    </message>
    <message>
        <source>Choose a camera</source>
        <translation>Elija una cámara</translation>
    </message>
    <message>
        <source>Chosen by the program</source>
        <translation>Elegido por el programa</translation>
    </message>
    <message>
        <source>The system does not tell what this camera offers: a choice is used if the camera can.</source>
        <translation>El sistema no indica qué ofrece esta cámara: lo elegido se usa si la cámara lo admite.</translation>
    </message>
    <message>
        <source>Plug a camera in; it appears here by itself.</source>
        <translation>Conecte una cámara; aparecerá aquí por sí sola.</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Aún no hay imagen</translation>
    </message>
    <message>
        <source>Choose a camera to see its picture.</source>
        <translation>Elija una cámara para ver su imagen.</translation>
    </message>
    <message>
        <source>The camera is off.</source>
        <translation>La cámara está apagada.</translation>
    </message>
    <message>
        <source>No picture comes.</source>
        <translation>No llega ninguna imagen.</translation>
    </message>
    <message>
        <source>The picture is paused.</source>
        <translation>La imagen está en pausa.</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Midiendo…</translation>
    </message>
    <message>
        <source>{width} x {height} at {rate} frames a second (asked for {wide} x {high} at {often})</source>
        <translation>{width} x {height} a {rate} fotogramas por segundo (pedido: {wide} x {high} a {often})</translation>
    </message>
</context>
<context>
    <name>CameraWatch</name>
    <message>
        <source>Camera Doctor…</source>
        <translation>Diagnóstico de cámara…</translation>
    </message>
</context>
<context>
    <name>CameraWords</name>
    <message>
        <source>{name} works.</source>
        <translation>{name} funciona.</translation>
    </message>
    <message>
        <source>No camera was found.</source>
        <translation>No se ha encontrado ninguna cámara.</translation>
    </message>
    <message>
        <source>The system refuses the use of {name}.</source>
        <translation>El sistema no permite usar {name}.</translation>
    </message>
    <message>
        <source>{name} gives no picture; another program may be using it.</source>
        <translation>{name} no da imagen; quizá la esté usando otro programa.</translation>
    </message>
    <message>
        <source>The picture of {name} is black.</source>
        <translation>La imagen de {name} está en negro.</translation>
    </message>
    <message>
        <source>The picture of {name} stands still: every frame is the same.</source>
        <translation>La imagen de {name} está inmóvil: todos los fotogramas son iguales.</translation>
    </message>
    <message>
        <source>{name} gives very few pictures a second.</source>
        <translation>{name} da muy pocas imágenes por segundo.</translation>
    </message>
    <message>
        <source>Plug a camera in. The one of a laptop may have a key or a switch of its own.</source>
        <translation>Conecte una cámara. La de un portátil puede tener su propia tecla o interruptor.</translation>
    </message>
    <message>
        <source>Close other programs that use the camera: video calls, the browser.</source>
        <translation>Cierre otros programas que usen la cámara: videollamadas, el navegador.</translation>
    </message>
    <message>
        <source>Open the cover of the lens; some laptops have a slide or a key for it.</source>
        <translation>Abra la tapa de la lente; algunos portátiles tienen una pestaña o una tecla para ello.</translation>
    </message>
    <message>
        <source>Unplug the camera and plug it into another socket of the computer.</source>
        <translation>Desconecte la cámara y conéctela a otro puerto del equipo.</translation>
    </message>
    <message>
        <source>A virtual camera shows what its program sends: start the picture there.</source>
        <translation>Una cámara virtual muestra lo que envía su programa: inicie allí la imagen.</translation>
    </message>
    <message>
        <source>Turn on more light: in the dark cameras expose longer.</source>
        <translation>Encienda más luz: en la oscuridad, las cámaras exponen más tiempo.</translation>
    </message>
    <message>
        <source>Choose 640 x 480 in Camera Settings: large raw pictures come slowly over USB.</source>
        <translation>Elija 640 x 480 en Configuración de cámara: las imágenes grandes sin comprimir llegan despacio por USB.</translation>
    </message>
    <message>
        <source>Look after the camera that sends it: its lens may be covered.</source>
        <translation>Revise la cámara que la envía: puede que el objetivo esté tapado.</translation>
    </message>
    <message>
        <source>The camera that sends it may hang: switch it off and on again.</source>
        <translation>Puede que la cámara que la envía se haya bloqueado: apáguela y vuelva a encenderla.</translation>
    </message>
    <message>
        <source>Let the camera send smaller pictures: the network may be too slow.</source>
        <translation>Haga que la cámara envíe imágenes más pequeñas: puede que la red sea demasiado lenta.</translation>
    </message>
    <message>
        <source>See in a terminal whether the system knows it: ls -l /dev/video*</source>
        <translation>Compruebe en un terminal si el sistema la reconoce: ls -l /dev/video*</translation>
    </message>
    <message>
        <source>Add yourself to the group video: sudo usermod -aG video $USER</source>
        <translation>Añádase al grupo video: sudo usermod -aG video $USER</translation>
    </message>
    <message>
        <source>Log out of the system and in again.</source>
        <translation>Cierre la sesión del sistema y vuelva a iniciarla.</translation>
    </message>
    <message>
        <source>See in a terminal which program has it: fuser -v /dev/video*</source>
        <translation>Compruebe en un terminal qué programa la está usando: fuser -v /dev/video*</translation>
    </message>
    <message>
        <source>See in a terminal whether its privacy switch is on: v4l2-ctl --list-ctrls</source>
        <translation>Compruebe en un terminal si su interruptor de privacidad está activado: v4l2-ctl --list-ctrls</translation>
    </message>
    <message>
        <source>Keep it from slowing down in the dark: v4l2-ctl --set-ctrl=exposure_dynamic_framerate=0</source>
        <translation>Evite que se ralentice en la oscuridad: v4l2-ctl --set-ctrl=exposure_dynamic_framerate=0</translation>
    </message>
    <message>
        <source>Look in the Device Manager, under Cameras, whether it is there and enabled.</source>
        <translation>Compruebe en el Administrador de dispositivos, en Cámaras, si aparece y está habilitada.</translation>
    </message>
    <message>
        <source>Open Settings &gt; Privacy &amp; security &gt; Camera (ms-settings:privacy-webcam).</source>
        <translation>Abra Configuración &gt; Privacidad y seguridad &gt; Cámara (ms-settings:privacy-webcam).</translation>
    </message>
    <message>
        <source>Switch on “Camera access” and “Let desktop apps access your camera”.</source>
        <translation>Active «Acceso a la cámara» y «Permitir que las aplicaciones de escritorio accedan a la cámara».</translation>
    </message>
    <message>
        <source>See whether a virus guard protects the camera, and allow it there.</source>
        <translation>Compruebe si un antivirus protege la cámara y, en ese caso, permítala allí.</translation>
    </message>
    <message>
        <source>See which apps used it last in Settings &gt; Privacy &amp; security &gt; Camera (ms-settings:privacy-webcam).</source>
        <translation>Compruebe qué aplicaciones la usaron por última vez en Configuración &gt; Privacidad y seguridad &gt; Cámara (ms-settings:privacy-webcam).</translation>
    </message>
    <message>
        <source>Switch on “Let desktop apps access your camera” in Settings &gt; Privacy &amp; security &gt; Camera (ms-settings:privacy-webcam).</source>
        <translation>Active «Permitir que las aplicaciones de escritorio accedan a la cámara» en Configuración &gt; Privacidad y seguridad &gt; Cámara (ms-settings:privacy-webcam).</translation>
    </message>
    <message>
        <source>Plug it into a USB 3 socket of the computer itself, without a hub.</source>
        <translation>Conéctela a un puerto USB 3 del propio equipo, sin concentrador.</translation>
    </message>
    <message>
        <source>Look in System Information &gt; Camera whether the system knows it.</source>
        <translation>Compruebe en Información del Sistema &gt; Cámara si el sistema la reconoce.</translation>
    </message>
    <message>
        <source>Open System Settings &gt; Privacy &amp; Security &gt; Camera.</source>
        <translation>Abra Ajustes del Sistema &gt; Privacidad y seguridad &gt; Cámara.</translation>
    </message>
    <message>
        <source>Switch it on for FER Desktop; for Terminal, if the program was started there.</source>
        <translation>Active el acceso para FER Desktop; para Terminal, si el programa se inició allí.</translation>
    </message>
    <message>
        <source>Quit the program and start it again.</source>
        <translation>Salga del programa y vuelva a iniciarlo.</translation>
    </message>
    <message>
        <source>Unplug it and plug it in again; an iPhone needs to be near by.</source>
        <translation>Desconéctela y vuelva a conectarla; un iPhone debe estar cerca.</translation>
    </message>
    <message>
        <source>See whether System Settings &gt; Screen Time &gt; Content &amp; Privacy allows the camera.</source>
        <translation>Compruebe si Ajustes del Sistema &gt; Tiempo de uso &gt; Contenido y privacidad permite la cámara.</translation>
    </message>
    <message>
        <source>Plug it into a USB socket of the computer itself, without a hub.</source>
        <translation>Conéctela a un puerto USB del propio equipo, sin concentrador.</translation>
    </message>
</context>
<context>
    <name>ChipView</name>
    <message>
        <source>The face is small.</source>
        <translation>La cara es pequeña.</translation>
    </message>
    <message>
        <source>The face is cut by the edge.</source>
        <translation>El borde corta la cara.</translation>
    </message>
    <message>
        <source>The face is far from the middle.</source>
        <translation>La cara está lejos del centro.</translation>
    </message>
    <message>
        <source>The face is covered.</source>
        <translation>La cara está tapada.</translation>
    </message>
    <message>
        <source>It is dark.</source>
        <translation>Está oscuro.</translation>
    </message>
    <message>
        <source>It has hardly any contrast.</source>
        <translation>Apenas tiene contraste.</translation>
    </message>
    <message>
        <source>It is too bright.</source>
        <translation>Hay demasiada luz.</translation>
    </message>
    <message>
        <source>It is blurred.</source>
        <translation>Está borroso.</translation>
    </message>
    <message>
        <source>The face is turned away.</source>
        <translation>La cara está girada.</translation>
    </message>
    <message>
        <source>The face is small: come closer.</source>
        <translation>La cara es pequeña: acérquese.</translation>
    </message>
    <message>
        <source>Cut by the edge: move to the middle.</source>
        <translation>Cortada: colóquese en el centro.</translation>
    </message>
    <message>
        <source>Far from the middle: move there.</source>
        <translation>Lejos del centro: acérquese a él.</translation>
    </message>
    <message>
        <source>Covered: show the whole face.</source>
        <translation>Tapada: muestre toda la cara.</translation>
    </message>
    <message>
        <source>It is dark: turn to the light.</source>
        <translation>Está oscuro: gírese hacia la luz.</translation>
    </message>
    <message>
        <source>Hardly any contrast: clean the lens.</source>
        <translation>Apenas contraste: limpie la lente.</translation>
    </message>
    <message>
        <source>Too bright: turn away from the light.</source>
        <translation>Demasiada luz: gírese hacia otro lado.</translation>
    </message>
    <message>
        <source>It is blurred: hold still or clean the lens.</source>
        <translation>Está borrosa: no se mueva o limpie la lente.</translation>
    </message>
    <message>
        <source>Hold your head upright and face the camera.</source>
        <translation>Mantenga la cabeza recta y mire a la cámara.</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>Lo que ve la red</translation>
    </message>
    <message>
        <source>The network sees {width} x {height} pixels.</source>
        <translation>La red ve {width} x {height} píxeles.</translation>
    </message>
    <message>
        <source>The network sees {width} x {height} pixels, from a face of {face}.</source>
        <translation>La red ve {width} x {height} píxeles, de una cara de {face}.</translation>
    </message>
    <message>
        <source>Good view of the face.</source>
        <translation>La cara se ve bien.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Export: {name}</source>
        <translation>Exportar: {name}</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormato</translation>
    </message>
    <message>
        <source>F&amp;ace</source>
        <translation>C&amp;ara</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>Arc&amp;hivo</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Cara</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Ranges that the figures leave out are exported too.</source>
        <translation>También se exportan los intervalos que las cifras omiten.</translation>
    </message>
    <message>
        <source>It is being written.</source>
        <translation>Se está escribiendo.</translation>
    </message>
    <message>
        <source>Give the file a name first.</source>
        <translation>Dé primero un nombre al archivo.</translation>
    </message>
    <message>
        <source>The largest in each frame</source>
        <translation>La más grande de cada fotograma</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Export Session</source>
        <translation>Exportar sesión</translation>
    </message>
    <message>
        <source>Open Report</source>
        <translation>Abrir informe</translation>
    </message>
    <message>
        <source>The export is in {file}</source>
        <translation>La exportación está en {file}</translation>
    </message>
    <message>
        <source>Show Folder</source>
        <translation>Mostrar carpeta</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Buscar…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Detailed log</source>
        <translation>Registro detallado</translation>
    </message>
    <message>
        <source>State log</source>
        <translation>Registro de estados</translation>
    </message>
    <message>
        <source>Detailed log, older form</source>
        <translation>Registro detallado, forma anterior</translation>
    </message>
    <message>
        <source>State log, older form</source>
        <translation>Registro de estados, forma anterior</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>Subtítulos</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Estadísticas</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Tidy table with a row for each face in each frame, and a list of its columns beside it.</source>
        <translation>Tabla ordenada con una fila por cara y fotograma, y al lado la lista de sus columnas.</translation>
    </message>
    <message>
        <source>The tidy table as JSON Lines: an object for each row; what is missing is null.</source>
        <translation>La tabla ordenada como JSON Lines: un objeto por fila; lo que falta es null.</translation>
    </message>
    <message>
        <source>The tidy table as a workbook: numbers as numbers, and a sheet that explains its columns.</source>
        <translation>La tabla como libro de cálculo: los números como números y una hoja que explica las columnas.</translation>
    </message>
    <message>
        <source>FaceReader-style detailed log: the largest face in a line for each frame, or FIND_FAILED.</source>
        <translation>Registro detallado al estilo de FaceReader: la cara más grande en una línea por fotograma, o FIND_FAILED.</translation>
    </message>
    <message>
        <source>The detailed log in the older form of version 6.</source>
        <translation>El registro detallado en la forma anterior, de la versión 6.</translation>
    </message>
    <message>
        <source>The state log in the older form of version 6.</source>
        <translation>El registro de estados en la forma anterior, de la versión 6.</translation>
    </message>
    <message>
        <source>BIDS continuous recording: one face&apos;s probabilities and valence at a fixed rate.</source>
        <translation>Registro continuo BIDS: probabilidades y valencia de una cara a un ritmo fijo.</translation>
    </message>
    <message>
        <source>Praat TextGrid: a tier of intervals for each face, and one of points for the markers.</source>
        <translation>TextGrid de Praat: una capa de intervalos por cada cara y otra de puntos para las marcas.</translation>
    </message>
    <message>
        <source>Event log as The Observer XT exports its own: state starts and stops, markers as points.</source>
        <translation>Registro de eventos como los que exporta The Observer XT: inicios y finales de estados, marcas como puntos.</translation>
    </message>
    <message>
        <source>Readable by Datavyu: a column of its spreadsheet for each face, and one for the markers.</source>
        <translation>Legible por Datavyu: una columna de su hoja por cada cara y una para las marcas.</translation>
    </message>
    <message>
        <source>Not possible here: {package} is not installed ({command}).</source>
        <translation>Aquí no es posible: {package} no está instalado ({command}).</translation>
    </message>
    <message>
        <source>BIDS events: a row for each episode and marker, and the JSON file that BIDS wants.</source>
        <translation>Eventos BIDS: una fila por episodio y marca, y el archivo JSON que BIDS pide.</translation>
    </message>
    <message>
        <source>Readable by ELAN&apos;s import of tab-separated text: a tier for each face, in milliseconds.</source>
        <translation>Lo lee la importación de texto con tabuladores de ELAN: una línea por cara, en milisegundos.</translation>
    </message>
    <message>
        <source>Share of time, episodes, transitions, valence and share of lost frames for each face.</source>
        <translation>Proporción de tiempo, episodios, transiciones, valencia y proporción de fotogramas perdidos de cada cara.</translation>
    </message>
    <message>
        <source>The tidy table with types, compressed; readable by pandas, R, DuckDB and others.</source>
        <translation>La tabla ordenada con tipos, comprimida; la leen pandas, R, DuckDB y otros.</translation>
    </message>
    <message>
        <source>Workbook</source>
        <translation>Libro de cálculo</translation>
    </message>
    <message>
        <source>Readable by Py-Feat&apos;s read_feat: boxes, seven emotions in its order, contempt beside.</source>
        <translation>Lo lee read_feat de Py-Feat: recuadros, siete emociones en su orden y desprecio aparte.</translation>
    </message>
    <message>
        <source>FaceReader-style state log: a line for each change of the shown label.</source>
        <translation>Registro de estados al estilo de FaceReader: una línea por cada cambio de la etiqueta mostrada.</translation>
    </message>
    <message>
        <source>Readable by BORIS, which imports it into an open observation: starts and stops.</source>
        <translation>Lo lee BORIS, que lo importa en una observación abierta: inicios y finales.</translation>
    </message>
    <message>
        <source>SubRip subtitles of the shown labels, for players of the video.</source>
        <translation>Subtítulos SubRip de las etiquetas mostradas, para reproductores de vídeo.</translation>
    </message>
    <message>
        <source>Report with plots and statistics in one file that opens without a network.</source>
        <translation>Informe con gráficos y estadísticas en un archivo que se abre sin red.</translation>
    </message>
    <message>
        <source>Analyze a Folder into a Table</source>
        <translation>Analizar una carpeta en una tabla</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>Carpe&amp;ta</translation>
    </message>
    <message>
        <source>&amp;Table (.csv, .xlsx or .jsonl)</source>
        <translation>Ta&amp;bla (.csv, .xlsx o .jsonl)</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
    <message>
        <source>&amp;Analyze</source>
        <translation>&amp;Analizar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Nothing could be read.</source>
        <translation>No se pudo leer nada.</translation>
    </message>
    <message>
        <source>The table is in {file}</source>
        <translation>La tabla está en {file}</translation>
    </message>
    <message>
        <source>{n} can&apos;t be read, such as: {first}</source>
        <translation>No se pueden leer {n}, por ejemplo: {first}</translation>
    </message>
    <message>
        <source>The folder is being analyzed.</source>
        <translation>Se está analizando la carpeta.</translation>
    </message>
    <message>
        <source>Choose a folder first.</source>
        <translation>Elija primero una carpeta.</translation>
    </message>
    <message>
        <source>The name of the table has to end in .csv, .xlsx or .jsonl.</source>
        <translation>El nombre de la tabla debe terminar en .csv, .xlsx o .jsonl.</translation>
    </message>
</context>
<context>
    <name>FacePanel</name>
    <message>
        <source>Looks like</source>
        <translation>Parece</translation>
    </message>
    <message>
        <source>Face {number} looks like</source>
        <translation>La cara {number} parece</translation>
    </message>
    <message>
        <source>between {first} and {second}</source>
        <translation>parece {first} o {second}</translation>
    </message>
    <message>
        <source>{percent} sure, then {others}</source>
        <translation>{percent} de confianza, luego {others}</translation>
    </message>
    <message>
        <source>{percent} sure</source>
        <translation>{percent} de confianza</translation>
    </message>
    <message>
        <source>Valence {value}</source>
        <translation>Valencia {value}</translation>
    </message>
    <message>
        <source>No face</source>
        <translation>Ninguna cara</translation>
    </message>
    <message>
        <source>A guess about the expression that is shown, not about feelings. Everything runs on this computer.</source>
        <translation>Una suposición sobre la expresión que se muestra, no sobre sentimientos. Todo se ejecuta en este equipo.</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>Lo que ve la red</translation>
    </message>
    <message>
        <source>Corrected by this person&apos;s neutral face</source>
        <translation>Corregido con la cara neutral de esta persona</translation>
    </message>
    <message>
        <source>What valence means</source>
        <translation>Qué significa la valencia</translation>
    </message>
</context>
<context>
    <name>FaceTable</name>
    <message>
        <source>Table of faces</source>
        <translation>Tabla de caras</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Cara</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Parece</translation>
    </message>
    <message>
        <source>Confidence %</source>
        <translation>Confianza %</translation>
    </message>
    <message>
        <source>Valence</source>
        <translation>Valencia</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Recuadro</translation>
    </message>
    <message>
        <source>Detection %</source>
        <translation>Detección %</translation>
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
        <translation>Imágenes abiertas</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation>no se puede leer</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>ninguna cara</translation>
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
        <translation>Se está elaborando el informe.</translation>
    </message>
    <message>
        <source>The folder can&apos;t be opened from here. The log lies in {folder}.</source>
        <translation>La carpeta no se puede abrir desde aquí. El registro está en {folder}.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
</context>
<context>
    <name>ImageView</name>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>ninguna cara</translation>
    </message>
    <message>
        <source>Let go to open it</source>
        <translation>Suelte para abrir</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>In the list of recordings</source>
        <translation>En la lista de grabaciones</translation>
    </message>
    <message>
        <source>In the list of corrections</source>
        <translation>En la lista de correcciones</translation>
    </message>
    <message>
        <source>Choose a face</source>
        <translation>Elegir una cara</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Clic</translation>
    </message>
    <message>
        <source>Enlarge or shrink</source>
        <translation>Ampliar o reducir</translation>
    </message>
    <message>
        <source>Turn the wheel</source>
        <translation>Girar la rueda</translation>
    </message>
    <message>
        <source>Move an enlarged picture</source>
        <translation>Mover una imagen ampliada</translation>
    </message>
    <message>
        <source>Drag, or arrow keys</source>
        <translation>Arrastrar o teclas de flecha</translation>
    </message>
    <message>
        <source>Go through opened pictures</source>
        <translation>Recorrer las imágenes abiertas</translation>
    </message>
    <message>
        <source>Arrow keys in the row below</source>
        <translation>Teclas de flecha en la fila inferior</translation>
    </message>
    <message>
        <source>Go through a video in its bar</source>
        <translation>Recorrer un vídeo en su barra</translation>
    </message>
    <message>
        <source>Arrow keys, Page up, Page down</source>
        <translation>Flechas, Re Pág, Av Pág</translation>
    </message>
    <message>
        <source>Leave full screen and mini view</source>
        <translation>Salir de pantalla completa y vista mini</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Go from control to control</source>
        <translation>Ir de un control a otro</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Say what the chosen face looks like</source>
        <translation>Decir qué expresa la cara elegida</translation>
    </message>
    <message>
        <source>1 to 8</source>
        <translation>1 a 8</translation>
    </message>
    <message>
        <source>Undo the last correction</source>
        <translation>Deshacer la última corrección</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Reproducir o pausar</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>A frame back or on</source>
        <translation>Un fotograma atrás o adelante</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Izquierda, Derecha</translation>
    </message>
    <message>
        <source>To the marker before or after</source>
        <translation>A la marca anterior o siguiente</translation>
    </message>
    <message>
        <source>Page up, Page down</source>
        <translation>Re Pág, Av Pág</translation>
    </message>
    <message>
        <source>To the start or the end</source>
        <translation>Al principio o al final</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Inicio, Fin</translation>
    </message>
    <message>
        <source>Start or end a range here</source>
        <translation>Empezar o terminar un intervalo aquí</translation>
    </message>
    <message>
        <source>Undo the last change of a range</source>
        <translation>Deshacer el último cambio de intervalos</translation>
    </message>
    <message>
        <source>Zoom the timeline</source>
        <translation>Ampliar la línea de tiempo</translation>
    </message>
    <message>
        <source>Ctrl and +, - or 0, or the wheel</source>
        <translation>Ctrl y +, - o 0, o la rueda</translation>
    </message>
    <message>
        <source>Switch correcting on or off</source>
        <translation>Activar o desactivar la corrección</translation>
    </message>
    <message>
        <source>Show this page</source>
        <translation>Mostrar esta página</translation>
    </message>
    <message>
        <source>Close the review</source>
        <translation>Cerrar la revisión</translation>
    </message>
    <message>
        <source>Ctrl+W, Esc</source>
        <translation>Ctrl+W, Esc</translation>
    </message>
    <message>
        <source>Rename a recording</source>
        <translation>Cambiar el nombre de una grabación</translation>
    </message>
    <message>
        <source>Write a note about it</source>
        <translation>Escribir una nota sobre ella</translation>
    </message>
    <message>
        <source>Export it</source>
        <translation>Exportarla</translation>
    </message>
    <message>
        <source>Erase it, after a question</source>
        <translation>Borrarla, tras una pregunta</translation>
    </message>
    <message>
        <source>Remove what is selected</source>
        <translation>Quitar lo seleccionado</translation>
    </message>
    <message>
        <source>Bring back what was removed</source>
        <translation>Recuperar lo quitado</translation>
    </message>
    <message>
        <source>In the picture</source>
        <translation>En la imagen</translation>
    </message>
    <message>
        <source>While correcting</source>
        <translation>Al corregir</translation>
    </message>
    <message>
        <source>In a review</source>
        <translation>En una revisión</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Teclas y ratón</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
</context>
<context>
    <name>LastEnd</name>
    <message>
        <source>The program crashed the last time. The log file has the trace.</source>
        <translation>El programa falló la última vez. El archivo de registro contiene los detalles.</translation>
    </message>
    <message>
        <source>The program was ended from outside the last time, or the computer was.</source>
        <translation>La última vez, el programa o el equipo se cerró desde fuera.</translation>
    </message>
    <message>
        <source>Show Log</source>
        <translation>Mostrar registro</translation>
    </message>
    <message>
        <source>What was recorded until then is in {folder}</source>
        <translation>Lo grabado hasta entonces está en {folder}</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>End Recording and Open</source>
        <translation>Terminar la grabación y abrir</translation>
    </message>
    <message>
        <source>Close Pictures</source>
        <translation>Cerrar las imágenes</translation>
    </message>
    <message>
        <source>Go On Recording</source>
        <translation>Seguir grabando</translation>
    </message>
    <message>
        <source>End Recording and Quit</source>
        <translation>Terminar la grabación y salir</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>A session is being recorded. It would end; what is recorded until then is kept.</source>
        <translation>Se está grabando una sesión. Terminaría; lo grabado hasta entonces se conserva.</translation>
    </message>
    <message>
        <source>What was found in {n} pictures is not saved.</source>
        <translation>Lo encontrado en {n} imágenes no está guardado.</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Caras</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>Desarrollo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>ninguna cara</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Grabaciones</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>Cambiar &amp;nombre…</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>No&amp;ta…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportar…</translation>
    </message>
    <message>
        <source>Show in &amp;Folder</source>
        <translation>Mostrar en la &amp;carpeta</translation>
    </message>
    <message>
        <source>&amp;Erase…</source>
        <translation>&amp;Borrar…</translation>
    </message>
    <message>
        <source>Find a name or note</source>
        <translation>Buscar nombre o nota</translation>
    </message>
    <message>
        <source>In {folder}</source>
        <translation>En {folder}</translation>
    </message>
    <message>
        <source>There are no recordings yet. The Record button makes the first one.</source>
        <translation>Aún no hay grabaciones. El botón «Grabar» hace la primera.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>New name:</source>
        <translation>Nuevo nombre:</translation>
    </message>
    <message>
        <source>Note about {name}:</source>
        <translation>Nota sobre {name}:</translation>
    </message>
    <message>
        <source>There are no recordings yet.</source>
        <translation>Todavía no hay grabaciones.</translation>
    </message>
    <message>
        <source>No recording is chosen.</source>
        <translation>No hay ninguna grabación elegida.</translation>
    </message>
</context>
<context>
    <name>Licences</name>
    <message>
        <source>Licences</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation>Partes del programa</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texto de la licencia</translation>
    </message>
    <message>
        <source>Licence: {terms}</source>
        <translation>Licencia: {terms}</translation>
    </message>
    <message>
        <source>This part comes without the text of its licence.</source>
        <translation>Esta parte no incluye el texto de su licencia.</translation>
    </message>
</context>
<context>
    <name>LiveMode</name>
    <message>
        <source>Opening {name}…</source>
        <translation>Abriendo {name}…</translation>
    </message>
    <message>
        <source>No face</source>
        <translation>Ninguna cara</translation>
    </message>
    <message>
        <source>Face the camera; more light and less distance help.</source>
        <translation>Mire a la cámara; ayudan más luz y menos distancia.</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>Al final</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Sin imagen</translation>
    </message>
    <message>
        <source>Expressions are not analyzed</source>
        <translation>No se analizan las expresiones</translation>
    </message>
    <message>
        <source>Expression analysis on</source>
        <translation>Análisis de expresiones activo</translation>
    </message>
    <message>
        <source>Loading the model {name}…</source>
        <translation>Cargando el modelo {name}…</translation>
    </message>
    <message>
        <source>Black picture</source>
        <translation>Imagen negra</translation>
    </message>
    <message>
        <source>The picture stands still</source>
        <translation>La imagen está detenida</translation>
    </message>
    <message>
        <source>{message} So it stays as it was.</source>
        <translation>{message} Por eso todo queda como estaba.</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Reintentar</translation>
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
        <translation>Instantánea</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Grabar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Open Images…</source>
        <translation>Abrir imágenes…</translation>
    </message>
    <message>
        <source>Back to Live</source>
        <translation>Volver al directo</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>&lt;h3&gt;FER Desktop {version}&lt;/h3&gt;&lt;p&gt;Names the expression that a face shows: anger, contempt, disgust, fear, happiness, neutral, sadness or surprise, and says when it is not sure.&lt;/p&gt;&lt;p&gt;Pictures stay on this computer; nothing is stored unless you save it. The results are guesses about expressions, not about feelings. In the European Union, reading emotions at work or in education is forbidden, with few exceptions.&lt;/p&gt;&lt;p&gt;MIT licence. Face detection: OpenCV. Window: Qt for Python (LGPL). Networks: LiteRT.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;FER Desktop {version}&lt;/h3&gt;&lt;p&gt;Nombra la expresión que muestra una cara: ira, desprecio, asco, miedo, alegría, neutral, tristeza o sorpresa, e indica cuándo no está claro.&lt;/p&gt;&lt;p&gt;Las imágenes permanecen en este equipo; no se almacena nada, salvo que usted lo guarde. Los resultados son suposiciones sobre expresiones, no sobre sentimientos. En la Unión Europea está prohibido, con pocas excepciones, inferir emociones en el trabajo o en la educación.&lt;/p&gt;&lt;p&gt;Licencia MIT. Detección de caras: OpenCV. Ventana: Qt for Python (LGPL). Redes: LiteRT.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About FER Desktop</source>
        <translation>Acerca de FER Desktop</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Valence&lt;/h3&gt;&lt;p&gt;The probability of happiness minus the strongest of sadness, anger, fear and disgust: from minus 1, an unpleasant expression, to plus 1, a pleasant one. Neutral, surprise and contempt do not count.&lt;/p&gt;&lt;p&gt;It sums up the eight bars and knows no more than they do. It says nothing about how somebody feels.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Valencia&lt;/h3&gt;&lt;p&gt;La probabilidad de alegría menos la más alta de tristeza, ira, miedo y asco: de menos 1, una expresión desagradable, a más 1, una agradable. Neutral, sorpresa y desprecio no cuentan.&lt;/p&gt;&lt;p&gt;Resume las ocho barras y no sabe más que ellas. No dice nada sobre cómo se siente alguien.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Valence</source>
        <translation>Valencia</translation>
    </message>
    <message>
        <source>Doctor Report</source>
        <translation>Informe de diagnóstico</translation>
    </message>
    <message>
        <source>What this program found on this computer:</source>
        <translation>Lo que este programa ha encontrado en este equipo:</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Erase this recording? All that was recorded is deleted and can&apos;t be brought back.</source>
        <translation>¿Borrar esta grabación? Todo lo grabado se elimina y no se puede recuperar.</translation>
    </message>
    <message>
        <source>Erase Recording</source>
        <translation>Borrar grabación</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>There is such a file already. Replace it? What is in it now is lost.</source>
        <translation>Ya existe ese archivo. ¿Reemplazarlo? Lo que contiene ahora se pierde.</translation>
    </message>
    <message>
        <source>There are such files already. Replace them? What is in them now is lost.</source>
        <translation>Ya existen esos archivos. ¿Reemplazarlos? Lo que contienen ahora se pierde.</translation>
    </message>
    <message>
        <source>Replace Files</source>
        <translation>Reemplazar archivos</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>sin indicar</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Datos de entrenamiento</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Métricas</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Métrica</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>They are what its folder says; this program did not measure them.</source>
        <translation>Son las que indica su carpeta; este programa no las ha medido.</translation>
    </message>
    <message>
        <source>It tells none.</source>
        <translation>No indica ninguna.</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limitaciones</translation>
    </message>
    <message>
        <source>Unknown: this model did not come with the program. Try it on pictures that you know before you rely on it. Whatever it says is a guess about an expression, not about a feeling.</source>
        <translation>Desconocidas: este modelo no venía con el programa. Pruébelo con imágenes que conozca antes de fiarse de él. Todo lo que indique es una suposición sobre una expresión, no sobre un sentimiento.</translation>
    </message>
    <message>
        <source>Model Card</source>
        <translation>Ficha del modelo</translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>Own Model Folder</source>
        <translation>Carpeta de modelo propio</translation>
    </message>
    <message>
        <source>Not possible here: TensorFlow is not installed ({command}).</source>
        <translation>Aquí no es posible: TensorFlow no está instalado ({command}).</translation>
    </message>
    <message>
        <source>{path} is not there any more.</source>
        <translation>{path} ya no existe.</translation>
    </message>
</context>
<context>
    <name>NeutralFace</name>
    <message>
        <source>There is no face to take as neutral.</source>
        <translation>No hay ninguna cara que tomar como neutral.</translation>
    </message>
    <message>
        <source>The face was lost. Keep it in the picture for three seconds and try again.</source>
        <translation>Se ha perdido la cara. Manténgala en la imagen durante tres segundos e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>What is shown of this face is now corrected by its neutral face.</source>
        <translation>Lo que se muestra de esta cara se corrige ahora con su cara neutral.</translation>
    </message>
    <message>
        <source>The face that was taken as neutral looked like {what}. Was it neutral?</source>
        <translation>La cara tomada como neutral parecía {what}. ¿Era neutral?</translation>
    </message>
    <message>
        <source>Take It Again</source>
        <translation>Tomar otra vez</translation>
    </message>
    <message>
        <source>Forget It</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>This face is shown uncorrected again.</source>
        <translation>Esta cara se muestra de nuevo sin corregir.</translation>
    </message>
    <message>
        <source>Keep a neutral face and look at the camera: {seconds} s</source>
        <translation>Mantenga la cara neutral y mire a la cámara: {seconds} s</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Facial expressions are analyzed here</source>
        <translation>Aquí se analizan expresiones faciales</translation>
    </message>
    <message>
        <source>A program on this computer looks at the faces in front of the camera and guesses what their expressions look like: not what you feel, and it can be wrong.</source>
        <translation>Un programa de este equipo mira las caras que hay ante la cámara y supone qué parecen sus expresiones: no lo que usted siente, y puede equivocarse.</translation>
    </message>
    <message>
        <source>No picture leaves this computer. Ask who runs it whether something is recorded. You can say no, and step out of the picture.</source>
        <translation>Ninguna imagen sale de este equipo. Pregunte a quien lo utiliza si se graba algo. Puede decir que no y salir de la imagen.</translation>
    </message>
    <message>
        <source>Esc closes this page.</source>
        <translation>Esc cierra esta página.</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>One video is shown at a time; open the others one by one.</source>
        <translation>Solo se muestra un vídeo a la vez; abra los demás uno por uno.</translation>
    </message>
    <message>
        <source>Open Images</source>
        <translation>Abrir imágenes</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>Imágenes ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Open Video</source>
        <translation>Abrir vídeo</translation>
    </message>
    <message>
        <source>Videos ({patterns})</source>
        <translation>Vídeos ({patterns})</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>Pasted picture</source>
        <translation>Imagen pegada</translation>
    </message>
    <message>
        <source>Pasted picture {n}</source>
        <translation>Imagen pegada {n}</translation>
    </message>
</context>
<context>
    <name>PathEditor</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose: {what}</source>
        <translation>Elegir: {what}</translation>
    </message>
    <message>
        <source>ONNX files (*.onnx)</source>
        <translation>Archivos ONNX (*.onnx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>PictureActions</name>
    <message>
        <source>&amp;Carry On</source>
        <translation>&amp;Continuar</translation>
    </message>
    <message>
        <source>&amp;Stop Analysis</source>
        <translation>&amp;Detener análisis</translation>
    </message>
    <message>
        <source>Carry On</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Stop Analysis</source>
        <translation>Detener análisis</translation>
    </message>
    <message>
        <source>{name} is not listed any more; its file stays</source>
        <translation>{name} ya no está en la lista; el archivo se conserva</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>No hay ninguna imagen en el portapapeles.</translation>
    </message>
    <message>
        <source>The opened pictures were analyzed with the settings of before.</source>
        <translation>Las imágenes abiertas se analizaron con los ajustes anteriores.</translation>
    </message>
    <message>
        <source>Analyze Again</source>
        <translation>Volver a analizar</translation>
    </message>
</context>
<context>
    <name>PictureBar</name>
    <message>
        <source>All pictures</source>
        <translation>Todas las imágenes</translation>
    </message>
    <message>
        <source>several faces</source>
        <translation>varias caras</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>ninguna cara</translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation>ilegible</translation>
    </message>
    <message>
        <source>As opened</source>
        <translation>Como se abrieron</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Por nombre</translation>
    </message>
    <message>
        <source>By expression</source>
        <translation>Por expresión</translation>
    </message>
    <message>
        <source>Least sure first</source>
        <translation>Menos seguras primero</translation>
    </message>
    <message>
        <source>Most faces first</source>
        <translation>Más caras primero</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>Buscar nombre</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Save Table…</source>
        <translation>Guardar tabla…</translation>
    </message>
    <message>
        <source>Save Table</source>
        <translation>Guardar tabla</translation>
    </message>
    <message>
        <source>{number} of {n}</source>
        <translation>{number} de {n}</translation>
    </message>
    <message>
        <source>{n} open</source>
        <translation>{n} abiertas</translation>
    </message>
</context>
<context>
    <name>PictureExport</name>
    <message>
        <source>Pictures that are not analyzed yet, and not in the table: {n}.</source>
        <translation>Imágenes aún sin analizar, que no están en la tabla: {n}.</translation>
    </message>
    <message>
        <source>The table is in {file}</source>
        <translation>La tabla está en {file}</translation>
    </message>
    <message>
        <source>Show Folder</source>
        <translation>Mostrar carpeta</translation>
    </message>
</context>
<context>
    <name>PictureMode</name>
    <message>
        <source>Reading {name}…</source>
        <translation>Leyendo {name}…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Analyzing…</source>
        <translation>Analizando…</translation>
    </message>
    <message>
        <source>None of the {n} pictures can be analyzed. The first: {reason}</source>
        <translation>Ninguna de las {n} imágenes se puede analizar. La primera: {reason}</translation>
    </message>
    <message>
        <source>This file can&apos;t be read.</source>
        <translation>Este archivo no se puede leer.</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Sin imagen</translation>
    </message>
    <message>
        <source>Faces seen from the front and in good light are found best.</source>
        <translation>Se detectan mejor las caras de frente y con buena luz.</translation>
    </message>
</context>
<context>
    <name>Possible</name>
    <message>
        <source>There is no picture yet.</source>
        <translation>Todavía no hay imagen.</translation>
    </message>
    <message>
        <source>There is no face in the picture.</source>
        <translation>No hay ninguna cara en la imagen.</translation>
    </message>
    <message>
        <source>Start the camera first.</source>
        <translation>Inicie primero la cámara.</translation>
    </message>
    <message>
        <source>No pictures are open.</source>
        <translation>No hay imágenes abiertas.</translation>
    </message>
    <message>
        <source>This picture has no file.</source>
        <translation>Esta imagen no tiene archivo.</translation>
    </message>
    <message>
        <source>No picture is analyzed yet.</source>
        <translation>Todavía no se ha analizado ninguna imagen.</translation>
    </message>
    <message>
        <source>This is the first picture.</source>
        <translation>Esta es la primera imagen.</translation>
    </message>
    <message>
        <source>This is the last picture.</source>
        <translation>Esta es la última imagen.</translation>
    </message>
    <message>
        <source>Nothing is analyzed just now.</source>
        <translation>Ahora no se analiza nada.</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>The new pictures stand behind those that were open: {n}.</source>
        <translation>Las nuevas imágenes están detrás de las ya abiertas: {n}.</translation>
    </message>
    <message>
        <source>Close Those</source>
        <translation>Cerrar esas</translation>
    </message>
    <message>
        <source>Start the camera, or open pictures or a video. Files can be dropped here.</source>
        <translation>Inicie la cámara, o abra imágenes o un vídeo. También puede arrastrar archivos hasta aquí.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>D&amp;etener</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Iniciar</translation>
    </message>
    <message>
        <source>C&amp;lose Video</source>
        <translation>C&amp;errar vídeo</translation>
    </message>
    <message>
        <source>No pictures and no video are open.</source>
        <translation>No hay imágenes ni vídeo abiertos.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Nothing runs that could be paused.</source>
        <translation>No hay nada en marcha que pausar.</translation>
    </message>
    <message>
        <source>Pictures are open; close them to go on live.</source>
        <translation>Hay imágenes abiertas; ciérrelas para seguir en directo.</translation>
    </message>
    <message>
        <source>A video is held by Pause, and left by Close Video.</source>
        <translation>Un vídeo se detiene con Pausa y se deja con Cerrar vídeo.</translation>
    </message>
    <message>
        <source>{name}: no picture</source>
        <translation>{name}: sin imagen</translation>
    </message>
    <message>
        <source>{name}: black picture</source>
        <translation>{name}: imagen negra</translation>
    </message>
    <message>
        <source>{name}: the picture stands still</source>
        <translation>{name}: la imagen está detenida</translation>
    </message>
    <message>
        <source>Paused: {name}</source>
        <translation>En pausa: {name}</translation>
    </message>
    <message>
        <source>On, picture paused: {name}</source>
        <translation>Activa, imagen en pausa: {name}</translation>
    </message>
    <message>
        <source>Camera on: {name}</source>
        <translation>Cámara activa: {name}</translation>
    </message>
    <message>
        <source>Playing: {name}</source>
        <translation>Reproduciendo: {name}</translation>
    </message>
    <message>
        <source>Stream on: {name}</source>
        <translation>Transmisión activa: {name}</translation>
    </message>
    <message>
        <source>At the end: {name}</source>
        <translation>Al final: {name}</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>Cámara apagada</translation>
    </message>
    <message>
        <source>Stopped: {name}</source>
        <translation>Detenido: {name}</translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation>Buscando cámaras…</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>No hay nada abierto</translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>Probabilities of the eight expressions</source>
        <translation>Probabilidades de las ocho expresiones</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>{done} of {total} pictures</source>
        <translation>{done} de {total} imágenes</translation>
    </message>
    <message>
        <source>{done} of 1 picture</source>
        <translation>{done} de 1 imagen</translation>
    </message>
    <message>
        <source>{words}, stopped</source>
        <translation>{words}, detenido</translation>
    </message>
    <message>
        <source>{words}, {left}</source>
        <translation>{words}, {left}</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 imagen</translation>
    </message>
    <message>
        <source>{n} pictures</source>
        <translation>{n} imágenes</translation>
    </message>
    <message>
        <source>{words}, {failed} can&apos;t be read</source>
        <translation>{words}, ilegibles: {failed}</translation>
    </message>
    <message>
        <source>about {n} seconds left</source>
        <translation>quedan unos {n} segundos</translation>
    </message>
    <message>
        <source>about a minute left</source>
        <translation>queda cerca de un minuto</translation>
    </message>
    <message>
        <source>about {n} minutes left</source>
        <translation>quedan unos {n} minutos</translation>
    </message>
    <message>
        <source>about an hour left</source>
        <translation>queda cerca de una hora</translation>
    </message>
    <message>
        <source>about {n} hours left</source>
        <translation>quedan unas {n} horas</translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>Clear This List</source>
        <translation>Vaciar esta lista</translation>
    </message>
    <message>
        <source>Nothing was opened yet.</source>
        <translation>Todavía no se ha abierto nada.</translation>
    </message>
    <message>
        <source>{file} is not there any more.</source>
        <translation>{file} ya no está.</translation>
    </message>
</context>
<context>
    <name>Recording</name>
    <message>
        <source>Marker</source>
        <translation>Marca</translation>
    </message>
    <message>
        <source>Note at {time}:</source>
        <translation>Nota en {time}:</translation>
    </message>
    <message>
        <source>Marked at {time}</source>
        <translation>Marcado en {time}</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>The recording is erased.</source>
        <translation>La grabación está borrada.</translation>
    </message>
    <message>
        <source>Other files are still in {folder}.</source>
        <translation>Aún hay otros archivos en {folder}.</translation>
    </message>
    <message>
        <source>Only the picture is paused. The recording goes on.</source>
        <translation>Solo la imagen está en pausa. La grabación continúa.</translation>
    </message>
    <message>
        <source>Pause Recording</source>
        <translation>Pausar la grabación</translation>
    </message>
    <message>
        <source>Recording {time}</source>
        <translation>Grabando {time}</translation>
    </message>
    <message>
        <source>Recording paused {time}</source>
        <translation>Grabación en pausa {time}</translation>
    </message>
    <message>
        <source>End &amp;Recording</source>
        <translation>Terminar g&amp;rabación</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Grabar</translation>
    </message>
    <message>
        <source>Nothing runs that could be recorded. Start the camera first.</source>
        <translation>No hay nada en marcha que grabar. Inicie primero la cámara.</translation>
    </message>
    <message>
        <source>Nothing is recorded at this moment.</source>
        <translation>Ahora no se graba nada.</translation>
    </message>
    <message>
        <source>Nothing is recorded or sent to other programs at this moment.</source>
        <translation>En este momento no se graba ni se envía nada a otros programas.</translation>
    </message>
    <message>
        <source>What is recorded</source>
        <translation>Qué se graba</translation>
    </message>
    <message>
        <source>The recording is in {folder}</source>
        <translation>La grabación está en {folder}</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Borrar…</translation>
    </message>
    <message>
        <source>It can be changed before a recording, not in it.</source>
        <translation>Se puede cambiar antes de una grabación, no durante ella.</translation>
    </message>
    <message>
        <source>It goes with each recording for research, at work and in education.</source>
        <translation>En investigación, en el trabajo y en la educación acompaña a cada grabación.</translation>
    </message>
    <message>
        <source>No video is recorded, so no face is seen.</source>
        <translation>No se graba vídeo, así que no se ve ninguna cara.</translation>
    </message>
    <message>
        <source>Participant and Session</source>
        <translation>Participante y sesión</translation>
    </message>
    <message>
        <source>&amp;Participant</source>
        <translation>&amp;Participante</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation>&amp;Sesión</translation>
    </message>
    <message>
        <source>Both go into the name of the session&apos;s folder and into session.json. A pseudonym is enough. They are forgotten when the program ends.</source>
        <translation>Ambos van al nombre de la carpeta de la sesión y a session.json. Basta un seudónimo. Se olvidan al cerrar el programa.</translation>
    </message>
    <message>
        <source>A camera films my face, and a program on this computer guesses which expression it shows. It does not know what I feel, and it can be wrong.

Kept are figures about my face and the time and, only if I was told so, the video. Everything stays on this computer unless I am asked again.

What it is for: …
Who sees it, and until when it is kept: …

Taking part is my own choice. I can stop at any time without a reason and without any disadvantage, see what was recorded, and have it erased.</source>
        <translation>Una cámara filma mi cara y un programa de este equipo supone qué expresión muestra. No sabe lo que siento y puede equivocarse.

Se conservan datos sobre mi cara y la hora y, solo si me lo han dicho, el vídeo. Todo se queda en este equipo mientras no se me pregunte de nuevo.

Para qué es: …
Quién lo ve y hasta cuándo se conserva: …

Participo por voluntad propia. Puedo dejarlo en cualquier momento sin dar razones y sin ninguna desventaja, ver lo que se ha grabado y pedir que se borre.</translation>
    </message>
    <message>
        <source>Consent Sheet</source>
        <translation>Hoja de consentimiento</translation>
    </message>
    <message>
        <source>Write what people agree to.</source>
        <translation>Escriba a qué dan su consentimiento las personas.</translation>
    </message>
    <message>
        <source>Write who agrees.</source>
        <translation>Escriba quién da su consentimiento.</translation>
    </message>
    <message>
        <source>Tick that they have read it and agree.</source>
        <translation>Marque que lo han leído y están de acuerdo.</translation>
    </message>
    <message>
        <source>Give this to the people who are recorded, or read it to them. It is kept beside the recording as consent.json, and erased with it. Write down what it is for; a study&apos;s own text may stand here instead.</source>
        <translation>Dé esto a leer a las personas que se graban o léaselo. Se conserva junto a la grabación como consent.json y se borra con ella. Escriba para qué es; en su lugar puede figurar aquí el texto propio de un estudio.</translation>
    </message>
    <message>
        <source>Text of the consent</source>
        <translation>Texto del consentimiento</translation>
    </message>
    <message>
        <source>&amp;Who agrees (names or pseudonyms, with commas between)</source>
        <translation>&amp;Quién consiente (nombres o seudónimos, separados por comas)</translation>
    </message>
    <message>
        <source>They have &amp;read this, or heard it, and agree</source>
        <translation>Lo han &amp;leído u oído y dan su consentimiento</translation>
    </message>
    <message>
        <source>R&amp;ecord</source>
        <translation>&amp;Grabar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>not measured</source>
        <translation>sin medir</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>excluido</translation>
    </message>
    <message>
        <source>The session is kept in {folder}</source>
        <translation>La sesión está en {folder}</translation>
    </message>
    <message>
        <source>The analysis of {name} is not kept yet.</source>
        <translation>El análisis de {name} aún no se ha conservado.</translation>
    </message>
    <message>
        <source>Open Session</source>
        <translation>Abrir sesión</translation>
    </message>
    <message>
        <source>{folder} holds no session. Choose a folder with the file session.json.</source>
        <translation>{folder} no contiene ninguna sesión. Elija una carpeta con el archivo session.json.</translation>
    </message>
    <message>
        <source>There is no video to show. The timeline shows what was found.</source>
        <translation>No hay vídeo que mostrar. La línea de tiempo muestra lo que se encontró.</translation>
    </message>
    <message>
        <source>The video has no picture of this moment.</source>
        <translation>El vídeo no tiene imagen de este momento.</translation>
    </message>
    <message>
        <source>How the face looked</source>
        <translation>Cómo se veía la cara</translation>
    </message>
    <message>
        <source>Transitions</source>
        <translation>Transiciones</translation>
    </message>
    <message>
        <source>Table of expressions</source>
        <translation>Tabla de expresiones</translation>
    </message>
    <message>
        <source>Table of transitions</source>
        <translation>Tabla de transiciones</translation>
    </message>
    <message>
        <source>Copy Fi&amp;gures</source>
        <translation>Copiar ci&amp;fras</translation>
    </message>
    <message>
        <source>Ranges that are left out of these figures: {n}.</source>
        <translation>Intervalos excluidos de estas cifras: {n}.</translation>
    </message>
    <message>
        <source>No transitions</source>
        <translation>Sin transiciones</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Contando…</translation>
    </message>
    <message>
        <source>No face was found.</source>
        <translation>No se encontró ninguna cara.</translation>
    </message>
    <message>
        <source>Guesses about the expressions that were shown, not about feelings.</source>
        <translation>Conjeturas sobre las expresiones mostradas, no sobre los sentimientos.</translation>
    </message>
    <message>
        <source>Review: {name}</source>
        <translation>Revisión: {name}</translation>
    </message>
    <message>
        <source>The video is shown when all of it is analyzed.</source>
        <translation>El vídeo se muestra cuando está analizado por completo.</translation>
    </message>
    <message>
        <source>The analysis of {name} is not finished. Until the program ends it can go on: open the video again.</source>
        <translation>El análisis de {name} no ha terminado. Hasta que acabe el programa puede continuar: abra el vídeo otra vez.</translation>
    </message>
    <message>
        <source>Stop Analysis</source>
        <translation>Detener el análisis</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Its video is said to be {file}, outside of this session&apos;s folder.</source>
        <translation>Según la sesión, su vídeo es {file}, que está fuera de su carpeta.</translation>
    </message>
    <message>
        <source>Show Video</source>
        <translation>Mostrar vídeo</translation>
    </message>
    <message>
        <source>&amp;Face</source>
        <translation>&amp;Cara</translation>
    </message>
    <message>
        <source>Face whose timeline is shown</source>
        <translation>Cara cuya línea de tiempo se muestra</translation>
    </message>
    <message>
        <source>&amp;Keep as Session</source>
        <translation>Conser&amp;var como sesión</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportar…</translation>
    </message>
    <message>
        <source>The session is still being read.</source>
        <translation>La sesión todavía se está leyendo.</translation>
    </message>
    <message>
        <source>There is only one face.</source>
        <translation>Solo hay una cara.</translation>
    </message>
    <message>
        <source>This session can&apos;t be shown.</source>
        <translation>Esta sesión no se puede mostrar.</translation>
    </message>
    <message>
        <source>The session is shown when all of it is read.</source>
        <translation>La sesión se mostrará cuando se haya leído entera.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>the face is not seen</source>
        <translation>la cara no se ve</translation>
    </message>
    <message>
        <source>looks like {name}, strongest {percent}</source>
        <translation>parece {name}, valor máximo {percent}</translation>
    </message>
    <message>
        <source>length {length}, faces: {n_faces}, frames: {n_frames}</source>
        <translation>duración {length}, caras: {n_faces}, fotogramas: {n_frames}</translation>
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
        <translation>Expresión</translation>
    </message>
    <message>
        <source>Share of time</source>
        <translation>Parte del tiempo</translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation>Episodios</translation>
    </message>
    <message>
        <source>Mean length</source>
        <translation>Duración media</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Más largo</translation>
    </message>
    <message>
        <source>Lost frames</source>
        <translation>Fotogramas perdidos</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Cuántas veces</translation>
    </message>
    <message>
        <source>Valence: mean {mean}, spread {spread}. Lost frames: {lost} of {n}.</source>
        <translation>Valencia: media {mean}, dispersión {spread}. Fotogramas perdidos: {lost} de {n}.</translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation>Cara {number}</translation>
    </message>
    <message>
        <source>{n} read</source>
        <translation>{n} leídos</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} de {total}</translation>
    </message>
</context>
<context>
    <name>ReviewRanges</name>
    <message>
        <source>Reason, if you like</source>
        <translation>Motivo, si lo desea</translation>
    </message>
    <message>
        <source>Reason for leaving the range out</source>
        <translation>Motivo para excluir el intervalo</translation>
    </message>
    <message>
        <source>&amp;Leave Out</source>
        <translation>&amp;Excluir</translation>
    </message>
    <message>
        <source>&amp;Count Again</source>
        <translation>Co&amp;ntar de nuevo</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>Click first on a range that is left out.</source>
        <translation>Haga clic primero en un intervalo excluido.</translation>
    </message>
    <message>
        <source>Nothing was left out or counted again yet.</source>
        <translation>Todavía no se ha excluido ni vuelto a contar nada.</translation>
    </message>
    <message>
        <source>Left out: {start} to {end}. {reason}</source>
        <translation>Excluido: de {start} a {end}. {reason}</translation>
    </message>
    <message>
        <source>Selected: {start} to {end}</source>
        <translation>Seleccionado: de {start} a {end}</translation>
    </message>
    <message>
        <source>Ranges left out of the figures: {n}, {length} s together</source>
        <translation>Intervalos excluidos de las cifras: {n}, {length} s en total</translation>
    </message>
    <message>
        <source>Drag over the timeline, or press I and O, to select a range.</source>
        <translation>Arrastre sobre la línea de tiempo o pulse I y O para seleccionar un intervalo.</translation>
    </message>
</context>
<context>
    <name>ReviewTimeline</name>
    <message>
        <source>Timeline of the session</source>
        <translation>Línea de tiempo de la sesión</translation>
    </message>
    <message>
        <source>Click: go there. Drag: select a range. Wheel: zoom; with Shift: move.</source>
        <translation>Clic: ir allí. Arrastrar: seleccionar un intervalo. Rueda: ampliar; con Mayús: desplazar.</translation>
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
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>A frame back</source>
        <translation>Un fotograma atrás</translation>
    </message>
    <message>
        <source>A frame on</source>
        <translation>Un fotograma adelante</translation>
    </message>
    <message>
        <source>Previous marker</source>
        <translation>Marca anterior</translation>
    </message>
    <message>
        <source>Next marker</source>
        <translation>Marca siguiente</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>Al principio</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Al final</translation>
    </message>
    <message>
        <source>It has no markers.</source>
        <translation>No tiene marcas.</translation>
    </message>
    <message>
        <source>Moment of the session</source>
        <translation>Momento de la sesión</translation>
    </message>
    <message>
        <source>{now} of {whole}</source>
        <translation>{now} de {whole}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>S&amp;how the First Page</source>
        <translation>Mo&amp;strar página de bienvenida</translation>
    </message>
    <message>
        <source>&amp;Reset to Defaults</source>
        <translation>Valores &amp;predeterminados</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportar…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>Imp&amp;ortar…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>All settings are as at the first start.</source>
        <translation>Todos los ajustes están como en el primer inicio.</translation>
    </message>
    <message>
        <source>Export Settings</source>
        <translation>Exportar configuración</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>Configuración (*.json)</translation>
    </message>
    <message>
        <source>The settings are in {name}.</source>
        <translation>La configuración está en {name}.</translation>
    </message>
    <message>
        <source>Import Settings</source>
        <translation>Importar configuración</translation>
    </message>
    <message>
        <source>The settings of {name} are used now.</source>
        <translation>Ahora se usa la configuración de {name}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;General</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>I&amp;dioma:</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Tema:</translation>
    </message>
    <message>
        <source>Less &amp;motion</source>
        <translation>&amp;Menos movimiento</translation>
    </message>
    <message>
        <source>No flash, and fewer steps of the timeline.</source>
        <translation>Sin destello y con menos pasos en la línea de tiempo.</translation>
    </message>
    <message>
        <source>T&amp;ell results to screen readers</source>
        <translation>Comunicar r&amp;esultados a lectores de pantalla</translation>
    </message>
    <message>
        <source>When the result changes, at most once a second.</source>
        <translation>Cuando cambia el resultado, como máximo una vez por segundo.</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Vista</translation>
    </message>
    <message>
        <source>&amp;Mirror cameras</source>
        <translation>&amp;Reflejar cámaras</translation>
    </message>
    <message>
        <source>As people know themselves. Only on the screen, never in files.</source>
        <translation>Como nos vemos en el espejo. Solo en pantalla, nunca en archivos.</translation>
    </message>
    <message>
        <source>&amp;Boxes around faces</source>
        <translation>Recua&amp;dros alrededor de las caras</translation>
    </message>
    <message>
        <source>&amp;Labels beside faces</source>
        <translation>&amp;Etiquetas junto a las caras</translation>
    </message>
    <message>
        <source>P&amp;ercentages behind labels</source>
        <translation>Porcenta&amp;jes tras las etiquetas</translation>
    </message>
    <message>
        <source>&amp;Numbers, where there are several faces</source>
        <translation>&amp;Números si hay varias caras</translation>
    </message>
    <message>
        <source>Bar&amp;s of the strongest probabilities</source>
        <translation>&amp;Barras de las probabilidades más altas</translation>
    </message>
    <message>
        <source>Si&amp;ze of the overlay:</source>
        <translation>Ta&amp;maño de la superposición:</translation>
    </message>
    <message>
        <source>&amp;Opacity of the overlay:</source>
        <translation>Opacidad de la &amp;superposición:</translation>
    </message>
    <message>
        <source>Si&amp;de panel</source>
        <translation>Panel &amp;lateral</translation>
    </message>
    <message>
        <source>&amp;Timeline shows:</source>
        <translation>Línea de &amp;tiempo:</translation>
    </message>
    <message>
        <source>10 seconds</source>
        <translation>10 segundos</translation>
    </message>
    <message>
        <source>30 seconds</source>
        <translation>30 segundos</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 minuto</translation>
    </message>
    <message>
        <source>2 minutes</source>
        <translation>2 minutos</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 minutos</translation>
    </message>
    <message>
        <source>&amp;Analysis</source>
        <translation>&amp;Análisis</translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation>&amp;Modelo:</translation>
    </message>
    <message>
        <source>Names the expressions. The Model menu adds one of your own.</source>
        <translation>Nombra las expresiones. En el menú Modelo se puede añadir uno propio.</translation>
    </message>
    <message>
        <source>E&amp;ngine:</source>
        <translation>Mo&amp;tor:</translation>
    </message>
    <message>
        <source>What computes the model. LiteRT starts at once.</source>
        <translation>Lo que ejecuta el modelo. LiteRT arranca al instante.</translation>
    </message>
    <message>
        <source>&amp;Least confidence:</source>
        <translation>Co&amp;nfianza mínima:</translation>
    </message>
    <message>
        <source>Below it the result is “not sure”.</source>
        <translation>Por debajo, el resultado es «no está claro».</translation>
    </message>
    <message>
        <source>The m&amp;odel&apos;s own</source>
        <translation>La de&amp;l modelo</translation>
    </message>
    <message>
        <source>&amp;Smoothing:</source>
        <translation>&amp;Suavizado:</translation>
    </message>
    <message>
        <source>More is steadier, less is quicker; 0 is off.</source>
        <translation>Más es más estable, menos es más rápido; 0 lo desactiva.</translation>
    </message>
    <message>
        <source>&amp;Hold a lost face:</source>
        <translation>&amp;Retener cara perdida:</translation>
    </message>
    <message>
        <source>So long it stays where it was seen last.</source>
        <translation>Durante ese tiempo sigue donde se vio por última vez.</translation>
    </message>
    <message>
        <source>Search &amp;for faces:</source>
        <translation>&amp;Búsqueda de caras:</translation>
    </message>
    <message>
        <source>Search in vid&amp;eo files:</source>
        <translation>Búsqueda &amp;en archivos de vídeo:</translation>
    </message>
    <message>
        <source>Snapshots &amp;folder:</source>
        <translation>Ca&amp;rpeta de instantáneas:</translation>
    </message>
    <message>
        <source>Recor&amp;dings folder:</source>
        <translation>Carpeta de gra&amp;baciones:</translation>
    </message>
    <message>
        <source>Begin each &amp;with a consent sheet</source>
        <translation>Empezar cada una con una hoja de &amp;consentimiento</translation>
    </message>
    <message>
        <source>Of files that are analyzed for review. Less is quicker.</source>
        <translation>De los archivos que se analizan para revisión. Menos es más rápido.</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Rápida</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Equilibrada</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>Exhaustiva</translation>
    </message>
    <message>
        <source>Smalles&amp;t face:</source>
        <translation>Cara más peq&amp;ueña:</translation>
    </message>
    <message>
        <source>Of the picture&apos;s longer side, in live video. More is quicker.</source>
        <translation>Del lado más largo de la imagen, en vídeo en directo. Más es más rápido.</translation>
    </message>
    <message>
        <source>As small as can be found</source>
        <translation>La más pequeña que se detecte</translation>
    </message>
    <message>
        <source>&amp;Detector:</source>
        <translation>&amp;Detector:</translation>
    </message>
    <message>
        <source>Haar cascades, built in</source>
        <translation>Cascadas Haar, integradas</translation>
    </message>
    <message>
        <source>YuNet, from your file</source>
        <translation>YuNet, de su archivo</translation>
    </message>
    <message>
        <source>&amp;YuNet&apos;s file:</source>
        <translation>Archivo de &amp;YuNet:</translation>
    </message>
    <message>
        <source>An ONNX file of your own; none is brought along.</source>
        <translation>Un archivo ONNX propio; no se incluye ninguno.</translation>
    </message>
    <message>
        <source>Sna&amp;pshots, Recordings</source>
        <translation>&amp;Instantáneas, grabaciones</translation>
    </message>
    <message>
        <source>Each recording is a folder of its own there.</source>
        <translation>Cada grabación es allí una carpeta propia.</translation>
    </message>
    <message>
        <source>Record the picture too, as a vid&amp;eo</source>
        <translation>Grabar también la imagen, en víd&amp;eo</translation>
    </message>
    <message>
        <source>Else only figures are recorded, and no picture at all.</source>
        <translation>Si no, solo se graban datos y ninguna imagen.</translation>
    </message>
    <message>
        <source>&amp;Blur faces in the video</source>
        <translation>Difu&amp;minar las caras en el vídeo</translation>
    </message>
    <message>
        <source>A face that is not found is not blurred.</source>
        <translation>Una cara que no se encuentra no se difumina.</translation>
    </message>
    <message>
        <source>Figures of the c&amp;hosen face only</source>
        <translation>Datos so&amp;lo de la cara elegida</translation>
    </message>
    <message>
        <source>That is the one that you clicked; without a click the largest.</source>
        <translation>Es la cara en la que hizo clic; sin clic, la más grande.</translation>
    </message>
    <message>
        <source>Text, who agrees and when are kept beside the recording. For research, and at work or in education, it is always asked for.</source>
        <translation>El texto, quién consiente y cuándo se conservan junto a la grabación. En investigación, en el trabajo o en la educación se pide siempre.</translation>
    </message>
    <message>
        <source>Live o&amp;utput</source>
        <translation>Salida en vi&amp;vo</translation>
    </message>
    <message>
        <source>&amp;Lab Streaming Layer</source>
        <translation>&amp;Lab Streaming Layer</translation>
    </message>
    <message>
        <source>Probabilities and valence of each face, as streams in a lab.</source>
        <translation>Probabilidades y valencia de cada cara, como flujos en un laboratorio.</translation>
    </message>
    <message>
        <source>&amp;OSC, to port 9000</source>
        <translation>&amp;OSC, al puerto 9000</translation>
    </message>
    <message>
        <source>For programs of music, light and stage.</source>
        <translation>Para programas de música, luz y escena.</translation>
    </message>
    <message>
        <source>&amp;WebSocket, on port 8765</source>
        <translation>&amp;WebSocket, en el puerto 8765</translation>
    </message>
    <message>
        <source>JSON for programs of your own; http://127.0.0.1:8765 shows it in a browser. All three stay on this computer and need the extra &apos;live&apos;.</source>
        <translation>JSON para programas propios; http://127.0.0.1:8765 lo muestra en un navegador. Los tres se quedan en este equipo y necesitan el extra &apos;live&apos;.</translation>
    </message>
    <message>
        <source>It is made with the first snapshot.</source>
        <translation>Se crea con la primera instantánea.</translation>
    </message>
    <message>
        <source>With the &amp;overlay</source>
        <translation>Con la &amp;superposición</translation>
    </message>
    <message>
        <source>With a &amp;sound</source>
        <translation>Con so&amp;nido</translation>
    </message>
    <message>
        <source>With a f&amp;lash</source>
        <translation>Con &amp;destello</translation>
    </message>
    <message>
        <source>Not while there is to be less motion.</source>
        <translation>No si está activado «Menos movimiento».</translation>
    </message>
    <message>
        <source>Self-&amp;timer:</source>
        <translation>&amp;Temporizador:</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Ese archivo no existe.</translation>
    </message>
    <message>
        <source>The detector YuNet needs its file.</source>
        <translation>El detector YuNet necesita su archivo.</translation>
    </message>
    <message>
        <source>YuNet needs its file; choose it below.</source>
        <translation>YuNet necesita su archivo; elíjalo abajo.</translation>
    </message>
    <message>
        <source>Give the whole path, from the top folder on.</source>
        <translation>Indique la ruta completa, desde la carpeta raíz.</translation>
    </message>
    <message>
        <source>This is a file, not a folder.</source>
        <translation>Esto es un archivo, no una carpeta.</translation>
    </message>
    <message>
        <source>Untick the box beside it to choose a number.</source>
        <translation>Desmarque la casilla de al lado para elegir un número.</translation>
    </message>
</context>
<context>
    <name>SettingsMenu</name>
    <message>
        <source>Some settings could not be read and were reset: {note}</source>
        <translation>Algunos ajustes no se pudieron leer y se han restablecido: {note}</translation>
    </message>
    <message>
        <source>There are {n} such notes; the log file has them all.</source>
        <translation>Hay {n} avisos como este; el archivo de registro los contiene todos.</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Configuración…</translation>
    </message>
</context>
<context>
    <name>Snapshots</name>
    <message>
        <source>There is no picture to keep yet.</source>
        <translation>Aún no hay ninguna imagen que guardar.</translation>
    </message>
    <message>
        <source>Kept as {name} in {folder}</source>
        <translation>Se ha guardado como {name} en {folder}</translation>
    </message>
    <message>
        <source>{name} can&apos;t be deleted ({reason}).</source>
        <translation>{name} no se puede eliminar ({reason}).</translation>
    </message>
    <message>
        <source>{name} is deleted again</source>
        <translation>{name} se ha eliminado</translation>
    </message>
    <message>
        <source>No snapshot was taken yet.</source>
        <translation>Todavía no se ha tomado ninguna captura.</translation>
    </message>
    <message>
        <source>There is no picture to copy yet.</source>
        <translation>Aún no hay ninguna imagen que copiar.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Imagen copiada</translation>
    </message>
    <message>
        <source>Save Picture</source>
        <translation>Guardar imagen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg)</source>
        <translation>Imágenes (*.png *.jpg)</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>Se ha guardado {name}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>{rate} frames/s    latency {latency} ms    {dropped} dropped</source>
        <translation>{rate} fotogramas/s    latencia {latency} ms    {dropped} descartados</translation>
    </message>
    <message>
        <source>Model {model}, engine {engine}</source>
        <translation>Modelo {model}, motor {engine}</translation>
    </message>
</context>
<context>
    <name>Stream</name>
    <message>
        <source>Write the address of the stream.</source>
        <translation>Escriba la dirección de la transmisión.</translation>
    </message>
    <message>
        <source>An address begins with rtsp://, rtsps://, http:// or https://.</source>
        <translation>Una dirección empieza por rtsp://, rtsps://, http:// o https://.</translation>
    </message>
    <message>
        <source>The address names no computer, such as 192.168.1.20.</source>
        <translation>La dirección no indica ningún equipo, como 192.168.1.20.</translation>
    </message>
    <message>
        <source>What stands behind the colon is no port: a number from 1 to 65535.</source>
        <translation>Tras los dos puntos no hay un puerto: un número de 1 a 65535.</translation>
    </message>
    <message>
        <source>An address has no spaces.</source>
        <translation>Una dirección no tiene espacios.</translation>
    </message>
    <message>
        <source>Open Stream</source>
        <translation>Abrir transmisión</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Dirección:</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Usuario:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Contraseña:</translation>
    </message>
    <message>
        <source>&amp;Remember the password</source>
        <translation>&amp;Recordar la contraseña</translation>
    </message>
    <message>
        <source>It is kept in the keyring of this system.</source>
        <translation>Se guarda en el llavero de este sistema.</translation>
    </message>
    <message>
        <source>There is no keyring that this program can use, so no password is kept.</source>
        <translation>No hay ningún llavero que este programa pueda usar; no se guarda ninguna contraseña.</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>Co&amp;mprobar</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Looking for a picture…</source>
        <translation>Buscando una imagen…</translation>
    </message>
    <message>
        <source>There is a picture of {width} x {height} pixels.</source>
        <translation>Hay una imagen de {width} x {height} píxeles.</translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>Keep the faces that you correct on this computer?

Of each face that you name are kept: the face cut out of its picture, your label, what the model said, the name of the picture, video or camera, the person if you write one, and the time. Nothing else is kept, and nothing leaves this computer.

Pictures of faces are personal data. Correct only faces of people who have agreed to it, tell them what it is for, and erase what is not needed any more: Model &gt; Corrections shows, exports and erases everything.</source>
        <translation>¿Conservar en este equipo las caras que corrija?

De cada cara que nombre se conservan: la cara recortada de su imagen, su etiqueta, lo que dijo el modelo, el nombre de la imagen, del vídeo o de la cámara, la persona si la escribe, y la hora. No se conserva nada más y nada sale de este equipo.

Las imágenes de caras son datos personales. Corrija solo caras de personas que hayan dado su consentimiento, dígales para qué es y borre lo que ya no haga falta: Modelo &gt; Correcciones muestra, exporta y borra todo.</translation>
    </message>
    <message>
        <source>Keep Corrections</source>
        <translation>Conservar correcciones</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Erase the only correction? It can&apos;t be brought back.</source>
        <translation>¿Borrar la única corrección? No se puede recuperar.</translation>
    </message>
    <message>
        <source>Erase all {n} corrections? They can&apos;t be brought back.</source>
        <translation>¿Borrar las {n} correcciones? No se podrán recuperar.</translation>
    </message>
    <message>
        <source>Erase Corrections</source>
        <translation>Borrar correcciones</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Remove the model {name}? Its folder is deleted.</source>
        <translation>¿Quitar el modelo {name}? Se elimina su carpeta.</translation>
    </message>
    <message>
        <source>Remove Taught Model</source>
        <translation>Quitar modelo enseñado</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>There is no face to name here, or none was found yet.</source>
        <translation>Aquí no hay ninguna cara que nombrar, o aún no se ha encontrado ninguna.</translation>
    </message>
    <message>
        <source>Kept: {label} (the model said {said}). {n} in all.</source>
        <translation>Conservada: {label} (el modelo dijo {said}). {n} en total.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>No hay nada que deshacer.</translation>
    </message>
    <message>
        <source>Undone: {label}. {n} in all.</source>
        <translation>Deshecha: {label}. {n} en total.</translation>
    </message>
    <message>
        <source>Correcting</source>
        <translation>Corrección</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo the last correction ({key})</source>
        <translation>Deshacer la última corrección ({key})</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>if you like</source>
        <translation>opcional</translation>
    </message>
    <message>
        <source>What does this face really look like?</source>
        <translation>¿Qué parece de verdad esta cara?</translation>
    </message>
    <message>
        <source>Faces of one person are held back together when a model is judged.</source>
        <translation>Las caras de una misma persona se reservan juntas cuando se juzga un modelo.</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Correcciones</translation>
    </message>
    <message>
        <source>Named faces</source>
        <translation>Caras nombradas</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Parece</translation>
    </message>
    <message>
        <source>The model said</source>
        <translation>El modelo dijo</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>Erase &amp;All…</source>
        <translation>Borrar &amp;todo…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>{n} corrections, in {folder}. They never leave this computer by themselves.</source>
        <translation>{n} correcciones, en {folder}. Nunca salen de este equipo por sí solas.</translation>
    </message>
    <message>
        <source>1 correction, in {folder}. It never leaves this computer by itself.</source>
        <translation>1 corrección, en {folder}. Nunca sale por sí sola de este ordenador.</translation>
    </message>
    <message>
        <source>None yet. Model &gt; Correct Expressions (C) switches the keys 1 to 8 on, with which you say what a face really looks like. They would be kept in {folder}.</source>
        <translation>Todavía ninguna. Modelo &gt; Corregir expresiones (C) activa las teclas 1 a 8, con las que usted dice qué parece de verdad una cara. Se conservarían en {folder}.</translation>
    </message>
    <message>
        <source>There are no named faces yet.</source>
        <translation>Todavía no hay caras nombradas.</translation>
    </message>
    <message>
        <source>Choose faces in the list.</source>
        <translation>Elija caras de la lista.</translation>
    </message>
    <message>
        <source>Nothing was removed yet.</source>
        <translation>Todavía no se ha quitado nada.</translation>
    </message>
    <message>
        <source>Export Corrections to an Empty Folder</source>
        <translation>Exportar correcciones a una carpeta vacía</translation>
    </message>
    <message>
        <source>1 face is in {folder}, in a folder named after its expression.</source>
        <translation>1 cara está en {folder}, en una carpeta con el nombre de su expresión.</translation>
    </message>
    <message>
        <source>{n} faces are in {folder}, one folder for each expression.</source>
        <translation>Hay {n} caras en {folder}, una carpeta para cada expresión.</translation>
    </message>
    <message>
        <source>My corrections</source>
        <translation>Mis correcciones</translation>
    </message>
    <message>
        <source>Choose a folder of labelled pictures first.</source>
        <translation>Elija primero una carpeta de imágenes etiquetadas.</translation>
    </message>
    <message>
        <source>There are no corrections yet. Model &gt; Correct Expressions (C) makes them.</source>
        <translation>Todavía no hay correcciones. Se hacen con Modelo &gt; Corregir expresiones (C).</translation>
    </message>
    <message>
        <source>My corrections ({n})</source>
        <translation>Mis correcciones ({n})</translation>
    </message>
    <message>
        <source>A folder of labelled pictures</source>
        <translation>Una carpeta de imágenes etiquetadas</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
    <message>
        <source>Its pictures are faces that are cut out already</source>
        <translation>Sus imágenes son caras ya recortadas</translation>
    </message>
    <message>
        <source>One folder inside for each expression, named in English: anger, contempt, disgust, fear, happiness, neutral, sadness, surprise. FER+ is known too.</source>
        <translation>Dentro, una carpeta para cada expresión, con nombre en inglés: anger, contempt, disgust, fear, happiness, neutral, sadness, surprise. También se conoce FER+.</translation>
    </message>
    <message>
        <source>Folder of Labelled Pictures</source>
        <translation>Carpeta de imágenes etiquetadas</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>The last layer is fitted and judged…</source>
        <translation>Se ajusta y se juzga la última capa…</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Training: {done} of {total} epochs</source>
        <translation>Entrenamiento: {done} de {total} épocas</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Matriz de confusión</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>sin cara</translation>
    </message>
    <message>
        <source>The model said: {label}</source>
        <translation>El modelo dijo: {label}</translation>
    </message>
    <message>
        <source>Labelled: {label}</source>
        <translation>Etiquetada: {label}</translation>
    </message>
    <message>
        <source>{n} labelled {truth}, named {said}. A click opens them.</source>
        <translation>{n} con etiqueta {truth}, respuesta {said}. Un clic las abre.</translation>
    </message>
    <message>
        <source>Measure on My Pictures</source>
        <translation>Medir con mis imágenes</translation>
    </message>
    <message>
        <source>&amp;Pictures</source>
        <translation>&amp;Imágenes</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modelo</translation>
    </message>
    <message>
        <source>&amp;Beside it</source>
        <translation>&amp;Al lado</translation>
    </message>
    <message>
        <source>Me&amp;asure</source>
        <translation>Me&amp;dir</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Guardar…</translation>
    </message>
    <message>
        <source>Web page (*.html);;JSON (*.json)</source>
        <translation>Página web (*.html);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Save Measurement</source>
        <translation>Guardar medición</translation>
    </message>
    <message>
        <source>The measurement is in {file}</source>
        <translation>La medición está en {file}</translation>
    </message>
    <message>
        <source>It is being measured.</source>
        <translation>Se está midiendo.</translation>
    </message>
    <message>
        <source>Measure first.</source>
        <translation>Mida primero.</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value} ({low} a {high})</translation>
    </message>
    <message>
        <source>Faces of a web search (FER+)</source>
        <translation>Caras de una búsqueda web (FER+)</translation>
    </message>
    <message>
        <source>Press photographs of public figures</source>
        <translation>Fotos de prensa de personajes públicos</translation>
    </message>
    <message>
        <source>Adults in the USA, posed (CK+)</source>
        <translation>Adultos en EE. UU., posados (CK+)</translation>
    </message>
    <message>
        <source>Performers in Taiwan, posed</source>
        <translation>Actores en Taiwán, posados</translation>
    </message>
    <message>
        <source>What the card of {name} says, by whom it was measured on</source>
        <translation>Lo que dice la ficha de {name}, según con quiénes se midió</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Aciertos</translation>
    </message>
    <message>
        <source>Mean over the expressions</source>
        <translation>Media de las expresiones</translation>
    </message>
    <message>
        <source>Weak in</source>
        <translation>Débil en</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>Its training pictures hold few children, old people and dark-skinned people, and hardly anybody from the side: expect more mistakes there. Their groups were never measured one by one, for no label tells them.</source>
        <translation>En sus imágenes de entrenamiento hay pocos niños, personas mayores y personas de piel oscura, y casi nadie de perfil: ahí cabe esperar más errores. Esos grupos nunca se midieron por separado, pues ninguna etiqueta los indica.</translation>
    </message>
    <message>
        <source>Its card does not tell whose faces it learned from.</source>
        <translation>Su ficha no dice de qué caras aprendió.</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Ficha del modelo</translation>
    </message>
    <message>
        <source>Pictures: {n}; more that could not be read: {lost}. A click on a cell opens the pictures behind it. The figures hold for these pictures and their labels only; with few pictures of an expression they say little about it.</source>
        <translation>Imágenes: {n}; otras que no se pudieron leer: {lost}. Un clic en una celda abre las imágenes que hay detrás. Las cifras valen solo para estas imágenes y sus etiquetas; con pocas imágenes de una expresión dicen poco de ella.</translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <translation>Macro-F1</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>No está claro</translation>
    </message>
    <message>
        <source>Right where it is sure</source>
        <translation>Aciertos cuando está claro</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>Error de calibración</translation>
    </message>
    <message>
        <source>Faces found</source>
        <translation>Caras encontradas</translation>
    </message>
    <message>
        <source>Answers with a confidence of 80 % or more: {n}, of which {right} are right.</source>
        <translation>Respuestas con una confianza del 80 % o más: {n}; de ellas, {right} son correctas.</translation>
    </message>
    <message>
        <source>Few pictures of: {names}.</source>
        <translation>Pocas imágenes de: {names}.</translation>
    </message>
    <message>
        <source>The model in use was not taught here.</source>
        <translation>El modelo en uso no se ha enseñado aquí.</translation>
    </message>
    <message>
        <source>The model {name} is used from now on; the Model menu switches back.</source>
        <translation>Desde ahora se usa el modelo {name}; el menú Modelo permite volver.</translation>
    </message>
    <message>
        <source>Teach a Model</source>
        <translation>Enseñar a un modelo</translation>
    </message>
    <message>
        <source>&amp;What learns</source>
        <translation>&amp;Qué aprende</translation>
    </message>
    <message>
        <source>The last layer, in seconds</source>
        <translation>La última capa, en segundos</translation>
    </message>
    <message>
        <source>The whole network with Keras, in minutes</source>
        <translation>La red entera con Keras, en minutos</translation>
    </message>
    <message>
        <source>&amp;Find more often</source>
        <translation>&amp;Encontrar más</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>All expressions alike</source>
        <translation>Todas las expresiones por igual</translation>
    </message>
    <message>
        <source>All layers of the model learn. A fifth of the pictures of each expression is kept aside and only measured; people in them may be in the others too, so the figures speak for these people. If any expression is found less often by more than {most}, nothing is made.</source>
        <translation>Aprenden todas las capas del modelo. Una quinta parte de las imágenes de cada expresión se aparta y solo se mide; las personas que salen en ellas pueden salir también en las demás, así que las cifras valen para esas personas. Si alguna expresión se encuentra con menos frecuencia en más de {most}, no se crea nada.</translation>
    </message>
    <message>
        <source>Only the last layer of the model is taught, near the one it has. Faces are judged by a layer that saw no other picture of the same person or source. If any expression is found less often by more than {most}, nothing is made.</source>
        <translation>Solo se enseña la última capa del modelo, cerca de la que tiene. Las caras las juzga una capa que no vio ninguna otra imagen de la misma persona u origen. Si alguna expresión se encuentra menos, en más de {most}, no se crea nada.</translation>
    </message>
    <message>
        <source>A model is being taught.</source>
        <translation>Se está enseñando un modelo.</translation>
    </message>
    <message>
        <source>Where the whole network learns, all expressions count alike.</source>
        <translation>Cuando aprende toda la red, todas las expresiones cuentan igual.</translation>
    </message>
    <message>
        <source>Teach a model first.</source>
        <translation>Enseñe primero un modelo.</translation>
    </message>
    <message>
        <source>No model was made.</source>
        <translation>No se ha creado ningún modelo.</translation>
    </message>
    <message>
        <source>A name begins with a letter or digit; spaces, points, - and _ may follow.</source>
        <translation>Un nombre empieza por una letra o un dígito; pueden seguir espacios, puntos, - y _.</translation>
    </message>
    <message>
        <source>&amp;Teach</source>
        <translation>Enseña&amp;r</translation>
    </message>
    <message>
        <source>&amp;Keep and Use</source>
        <translation>&amp;Conservar y usar</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Caras</translation>
    </message>
    <message>
        <source>Found before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Found after</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>No model was made: at least two expressions need five faces each. Name faces that the model gets right too, so that it does not forget them.</source>
        <translation>No se creó ningún modelo: al menos dos expresiones necesitan cinco caras cada una. Nombre también caras en las que el modelo acierta, para que no las olvide.</translation>
    </message>
    <message>
        <source>No model was made: {needed} faces are needed (found: {found}).</source>
        <translation>No se creó ningún modelo: hacen falta {needed} caras (encontradas: {found}).</translation>
    </message>
    <message>
        <source>No model was made: {needed} faces of {label} are needed (found: {found}).</source>
        <translation>No se creó ningún modelo: hacen falta {needed} caras de {label} (encontradas: {found}).</translation>
    </message>
    <message>
        <source>No model was made: faces of {needed} persons or sources are needed to judge it on others (found: {found}).</source>
        <translation>No se creó ningún modelo: hacen falta caras de {needed} personas u orígenes para juzgarlo con otros (encontrados: {found}).</translation>
    </message>
    <message>
        <source>No model was made: {label} would be found less often by {fall}. More faces of it, those that are right too, may help.</source>
        <translation>No se creó ningún modelo: {label} se encontraría menos, en {fall}. Más caras de esa expresión, también las acertadas, pueden ayudar.</translation>
    </message>
    <message>
        <source>No model was made: it would not be better on the pictures that were kept aside. More pictures may help.</source>
        <translation>No se creó ningún modelo: no sería mejor con las imágenes apartadas. Más imágenes pueden ayudar.</translation>
    </message>
    <message>
        <source>No model was made: {label} would not be found more often on other persons. Faces of more persons may help.</source>
        <translation>No se creó ningún modelo: {label} no se encontraría más en otras personas. Caras de más personas pueden ayudar.</translation>
    </message>
    <message>
        <source>No model was made: it would not be better on other persons. Faces of more persons may help.</source>
        <translation>No se creó ningún modelo: no sería mejor con otras personas. Caras de más personas pueden ayudar.</translation>
    </message>
    <message>
        <source>On persons that were held back, the mean over the expressions goes from {before} to {after}: a change of {change} (95 % interval {low} to {high}), with {n} faces of {groups} persons or sources.</source>
        <translation>En personas reservadas, la media de las expresiones pasa de {before} a {after}: un cambio de {change} (intervalo del 95 %: {low} a {high}), con {n} caras de {groups} personas u orígenes.</translation>
    </message>
    <message>
        <source>On {n} pictures that were kept aside, the mean over the expressions goes from {before} to {after}.</source>
        <translation>En {n} imágenes apartadas, la media de las expresiones pasa de {before} a {after}.</translation>
    </message>
    <message>
        <source>The whole network is taught by the training workshop, which is only in a checkout of the program&apos;s source, and this program is installed without it. The last layer can be taught here.</source>
        <translation>La red entera aprende en el taller de entrenamiento, que solo está en una copia del código fuente, y este programa está instalado sin él. La última capa sí se puede enseñar aquí.</translation>
    </message>
    <message>
        <source>The whole network is taught with TensorFlow and Keras, which are not installed: the extra &apos;keras&apos; brings them. The last layer can be taught without.</source>
        <translation>La red entera aprende con TensorFlow y Keras, que no están instalados: los trae el extra «keras». La última capa se puede enseñar sin ellos.</translation>
    </message>
    <message>
        <source>{name} has no model.keras: only its last layer can be taught.</source>
        <translation>{name} no tiene model.keras: solo se puede enseñar su última capa.</translation>
    </message>
    <message>
        <source>What the Network Looks At</source>
        <translation>En qué se fija la red</translation>
    </message>
    <message>
        <source>Coloured parts make the answer less sure when they are covered. This says what the answer hangs on, not whether it is right, and nothing about the person.</source>
        <translation>Al tapar las partes coloreadas, la respuesta es menos segura. Esto dice de qué depende la respuesta, no si es correcta, y nada sobre la persona.</translation>
    </message>
    <message>
        <source>There is no face. Start the camera, or open pictures.</source>
        <translation>No hay ninguna cara. Inicie la cámara o abra imágenes.</translation>
    </message>
    <message>
        <source>The chosen face is looked at…</source>
        <translation>Se examina la cara elegida…</translation>
    </message>
    <message>
        <source>What makes this face look like {label}:</source>
        <translation>Lo que hace que esta cara parezca {label}:</translation>
    </message>
    <message>
        <source>In force now</source>
        <translation>Vigente ahora</translation>
    </message>
    <message>
        <source>Corrected by</source>
        <translation>Corregido por</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Para quién</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>End &amp;It</source>
        <translation>&amp;Terminar</translation>
    </message>
    <message>
        <source>A neutral face corrects only what is shown; raw values stay as the model gave them, in recordings too. The named faces below change nothing until a model is taught with them.</source>
        <translation>Una cara neutral corrige solo lo que se muestra; los valores brutos quedan como los dio el modelo, también en las grabaciones. Las caras nombradas de abajo no cambian nada hasta que se enseña un modelo con ellas.</translation>
    </message>
    <message>
        <source>Nothing. A neutral face (Faces &gt; This Is My Neutral Face) corrects one face while it is in the picture; a model that was taught here corrects everybody&apos;s results. The named faces below change nothing until a model is taught with them.</source>
        <translation>Nada. Una cara neutral (Caras &gt; Esta es mi cara neutral) corrige una cara mientras está en la imagen; un modelo enseñado aquí corrige los resultados de todos. Las caras nombradas de abajo no cambian nada hasta que se enseña un modelo con ellas.</translation>
    </message>
    <message>
        <source>Neutral face (it looked like {what})</source>
        <translation>Cara neutral (parecía {what})</translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation>Cara {number}</translation>
    </message>
    <message>
        <source>The face leaves the picture, or the source or the model changes</source>
        <translation>La cara sale de la imagen, o cambia el origen o el modelo</translation>
    </message>
    <message>
        <source>Taught model {name}</source>
        <translation>Modelo enseñado {name}</translation>
    </message>
    <message>
        <source>Everybody; taught with {n} faces of {groups} persons or sources</source>
        <translation>Todos; enseñado con {n} caras de {groups} personas u orígenes</translation>
    </message>
    <message>
        <source>Another model is chosen</source>
        <translation>Se elige otro modelo</translation>
    </message>
    <message>
        <source>Choose a line of the list.</source>
        <translation>Elija una línea de la lista.</translation>
    </message>
    <message>
        <source>Write the address of the cluster&apos;s scheduler first.</source>
        <translation>Escriba primero la dirección del planificador del clúster.</translation>
    </message>
    <message>
        <source>On a Dask &amp;cluster:</source>
        <translation>En un clúster de &amp;Dask:</translation>
    </message>
    <message>
        <source>Address of the scheduler</source>
        <translation>Dirección del planificador</translation>
    </message>
    <message>
        <source>Pictures then leave this computer for the cluster&apos;s machines, which must see the folder under the same path and have the same version of this program. A scheduler runs whatever anyone sends it: use it in a network that you trust.</source>
        <translation>Las imágenes salen entonces de este equipo hacia las máquinas del clúster, que deben ver la carpeta con la misma ruta y tener la misma versión de este programa. Un planificador ejecuta todo lo que se le envía: úselo en una red de confianza.</translation>
    </message>
    <message>
        <source>{window}: it is not finished, and what was found so far would be lost.</source>
        <translation>{window}: no ha terminado, y lo encontrado hasta ahora se perdería.</translation>
    </message>
    <message>
        <source>{window}: the result is not kept yet.</source>
        <translation>{window}: el resultado aún no está guardado.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline of the eight expressions</source>
        <translation>Línea de tiempo de las ocho expresiones</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Evolución</translation>
    </message>
    <message>
        <source>Time span of the timeline</source>
        <translation>Intervalo de la línea de tiempo</translation>
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
        <translation>La cara no se ve en este momento.</translation>
    </message>
    <message>
        <source>Strongest now: {first} {percent}, then {second} {other}.</source>
        <translation>Lo más alto ahora: {first} {percent}, luego {second} {other}.</translation>
    </message>
</context>
<context>
    <name>TimelinePlot</name>
    <message>
        <source>now</source>
        <translation>ahora</translation>
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
        <translation>No hay ningún vídeo abierto.</translation>
    </message>
    <message>
        <source>A video plays straight on while it is recorded.</source>
        <translation>Mientras se graba, un vídeo se reproduce sin saltos.</translation>
    </message>
    <message>
        <source>While a video is recorded, every frame is analyzed.</source>
        <translation>Mientras se graba un vídeo, se analiza cada fotograma.</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Moment of the video</source>
        <translation>Momento del vídeo</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Speed: {speed}</source>
        <translation>Velocidad: {speed}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
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
        <translation>Luz</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Nitidez</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Posición</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Free View</source>
        <translation>Vista libre</translation>
    </message>
    <message>
        <source>Light and Position</source>
        <translation>Luz y posición</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Grabar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Nothing is shown live. Start the camera first.</source>
        <translation>No hay imagen en directo. Inicie antes la cámara.</translation>
    </message>
    <message>
        <source>No face is seen. Sit before the camera.</source>
        <translation>No se ve ninguna cara. Siéntese ante la cámara.</translation>
    </message>
    <message>
        <source>Something can be better:</source>
        <translation>Algo se puede mejorar:</translation>
    </message>
    <message>
        <source>All is well: it can be recorded.</source>
        <translation>Todo está bien: se puede grabar.</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bien</translation>
    </message>
</context>
<context>
    <name>ViewOptions</name>
    <message>
        <source>Leave Mini View</source>
        <translation>Salir de la vista mini</translation>
    </message>
    <message>
        <source>Leave Full Screen</source>
        <translation>Salir de la pantalla completa</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>It names the expression that a face shows: live from a camera, in pictures and in videos.</source>
        <translation>Nombra la expresión que muestra una cara: en directo desde una cámara, en imágenes y en vídeos.</translation>
    </message>
    <message>
        <source>Everything runs on this computer. No picture leaves it, and none is kept unless you save it.</source>
        <translation>Todo se ejecuta en este equipo. Ninguna imagen sale de él y ninguna se conserva, salvo que usted la guarde.</translation>
    </message>
    <message>
        <source>A result is a guess about the expression that is shown, not about what somebody feels. It can be wrong.</source>
        <translation>Un resultado es una suposición sobre la expresión que se muestra, no sobre lo que alguien siente. Puede ser erróneo.</translation>
    </message>
    <message>
        <source>In the European Union, reading emotions at work or in education is forbidden, except for medical or safety reasons (AI Act, Article 5(1)(f)).</source>
        <translation>En la Unión Europea está prohibido inferir emociones en el trabajo o en la educación, salvo por motivos médicos o de seguridad (Reglamento de IA o AI Act, artículo 5, apartado 1, letra f).</translation>
    </message>
    <message>
        <source>Where it is allowed, the people in the picture must be told that their expressions are analyzed, before it begins (Article 50(3)).</source>
        <translation>Donde está permitido, se debe informar a las personas de la imagen de que se analizan sus expresiones, antes de que empiece (artículo 50, apartado 3).</translation>
    </message>
    <message>
        <source>Welcome to FER Desktop</source>
        <translation>Le damos la bienvenida a FER Desktop</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Empezar</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>Say first what you use it for.</source>
        <translation>Diga primero para qué lo usa.</translation>
    </message>
    <message>
        <source>For myself: to try it, to learn, to practise</source>
        <translation>Para mí: probar, aprender, practicar</translation>
    </message>
    <message>
        <source>With people who know of it: art, games, a show</source>
        <translation>Con personas que lo saben: arte, juegos, una demostración</translation>
    </message>
    <message>
        <source>Research with people who have agreed to it</source>
        <translation>Investigación con personas que han dado su consentimiento</translation>
    </message>
    <message>
        <source>At work or in education: employees, applicants, pupils, students</source>
        <translation>En el trabajo o la educación: empleados, candidatos, alumnos, estudiantes</translation>
    </message>
    <message>
        <source>For medical reasons</source>
        <translation>Por motivos médicos</translation>
    </message>
    <message>
        <source>For safety reasons</source>
        <translation>Por motivos de seguridad</translation>
    </message>
    <message>
        <source>Outside the European Union, and no result is used in it</source>
        <translation>Fuera de la Unión Europea, y ningún resultado se usa en ella</translation>
    </message>
    <message>
        <source>“The following AI practices shall be prohibited: […] the placing on the market, the putting into service for this specific purpose, or the use of AI systems to infer emotions of a natural person in the areas of workplace and education institutions, except where the use of the AI system is intended to be put in place or into the market for medical or safety reasons” (Regulation (EU) 2024/1689, Article 5(1)(f)).</source>
        <translation>«Quedan prohibidas las siguientes prácticas de IA: […] la introducción en el mercado, la puesta en servicio para este fin específico o el uso de sistemas de IA para inferir las emociones de una persona física en los lugares de trabajo y en los centros educativos, excepto cuando el sistema de IA esté destinado a ser instalado o introducido en el mercado por motivos médicos o de seguridad» (Reglamento (UE) 2024/1689, artículo 5, apartado 1, letra f).</translation>
    </message>
    <message>
        <source>Where none of these holds it is forbidden, and the program does not start.</source>
        <translation>Si nada de esto se cumple, está prohibido y el programa no se inicia.</translation>
    </message>
    <message>
        <source>What do you use it for?</source>
        <translation>¿Para qué lo usa?</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>anger</source>
        <translation>ira</translation>
    </message>
    <message>
        <source>contempt</source>
        <translation>desprecio</translation>
    </message>
    <message>
        <source>disgust</source>
        <translation>asco</translation>
    </message>
    <message>
        <source>fear</source>
        <translation>miedo</translation>
    </message>
    <message>
        <source>happiness</source>
        <translation>alegría</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>neutral</translation>
    </message>
    <message>
        <source>sadness</source>
        <translation>tristeza</translation>
    </message>
    <message>
        <source>surprise</source>
        <translation>sorpresa</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>no está claro</translation>
    </message>
    <message>
        <source>{name}, {percent}</source>
        <translation>{name}, {percent}</translation>
    </message>
    <message>
        <source>looks like {what}</source>
        <translation>parece {what}</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>No está claro</translation>
    </message>
    <message>
        <source>Face {number}: not sure</source>
        <translation>Cara {number}: no está claro</translation>
    </message>
    <message>
        <source>Looks like {name}</source>
        <translation>Parece {name}</translation>
    </message>
    <message>
        <source>Face {number} looks like {name}</source>
        <translation>La cara {number} parece {name}</translation>
    </message>
</context>
</TS>
