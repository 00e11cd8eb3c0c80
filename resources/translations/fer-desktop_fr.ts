<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open Images…</source>
        <translation>&amp;Ouvrir des images…</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>Ouvrir un &amp;dossier…</translation>
    </message>
    <message>
        <source>Open &amp;Video…</source>
        <translation>Ouvrir une &amp;vidéo…</translation>
    </message>
    <message>
        <source>Open Sess&amp;ion…</source>
        <translation>Ouvrir une sessio&amp;n…</translation>
    </message>
    <message>
        <source>Recordin&amp;gs…</source>
        <translation>Enre&amp;gistrements…</translation>
    </message>
    <message>
        <source>Anal&amp;yze Video for Review…</source>
        <translation>Anal&amp;yser une vidéo pour la revoir…</translation>
    </message>
    <message>
        <source>&amp;Analyze Folder into Table…</source>
        <translation>Analyser &amp;un dossier en tableau…</translation>
    </message>
    <message>
        <source>E&amp;xport Session…</source>
        <translation>E&amp;xporter une session…</translation>
    </message>
    <message>
        <source>&amp;Paste Picture</source>
        <translation>Co&amp;ller l’image</translation>
    </message>
    <message>
        <source>&amp;Take Snapshot</source>
        <translation>&amp;Prendre un instantané</translation>
    </message>
    <message>
        <source>&amp;Undo Snapshot</source>
        <translation>&amp;Annuler l’instantané</translation>
    </message>
    <message>
        <source>&amp;Copy Picture</source>
        <translation>&amp;Copier l’image</translation>
    </message>
    <message>
        <source>&amp;Save Picture As…</source>
        <translation>&amp;Enregistrer l’image sous…</translation>
    </message>
    <message>
        <source>Save Ta&amp;ble…</source>
        <translation>Enregistrer le ta&amp;bleau…</translation>
    </message>
    <message>
        <source>&amp;Record Session</source>
        <translation>Enregi&amp;strer une session</translation>
    </message>
    <message>
        <source>With &amp;Video</source>
        <translation>Avec la &amp;vidéo</translation>
    </message>
    <message>
        <source>&amp;Blur Faces in the Video</source>
        <translation>&amp;Flouter les visages dans la vidéo</translation>
    </message>
    <message>
        <source>&amp;Only the Chosen Face</source>
        <translation>&amp;Seulement le visage choisi</translation>
    </message>
    <message>
        <source>With a &amp;Consent Sheet</source>
        <translation>Avec une f&amp;euille de consentement</translation>
    </message>
    <message>
        <source>&amp;Participant and Session…</source>
        <translation>&amp;Participant et session…</translation>
    </message>
    <message>
        <source>&amp;Light and Position…</source>
        <translation>&amp;Lumière et position…</translation>
    </message>
    <message>
        <source>Pa&amp;use Recording</source>
        <translation>Mettre l&apos;enregistrement en pa&amp;use</translation>
    </message>
    <message>
        <source>Set &amp;Marker…</source>
        <translation>Placer un &amp;marqueur…</translation>
    </message>
    <message>
        <source>Mar&amp;k Now</source>
        <translation>Marquer main&amp;tenant</translation>
    </message>
    <message>
        <source>C&amp;lose Pictures</source>
        <translation>&amp;Fermer les images</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>Pa&amp;ramètres…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Demo</source>
        <translation>&amp;Démo</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>A Frame &amp;Back</source>
        <translation>Une image en a&amp;rrière</translation>
    </message>
    <message>
        <source>A Frame &amp;On</source>
        <translation>Une image en a&amp;vant</translation>
    </message>
    <message>
        <source>&amp;5 Seconds Back</source>
        <translation>&amp;5 secondes en arrière</translation>
    </message>
    <message>
        <source>5 Seconds O&amp;n</source>
        <translation>5 &amp;secondes en avant</translation>
    </message>
    <message>
        <source>To the &amp;Start</source>
        <translation>Au &amp;début</translation>
    </message>
    <message>
        <source>To the &amp;End</source>
        <translation>À la &amp;fin</translation>
    </message>
    <message>
        <source>S&amp;lower</source>
        <translation>Plus &amp;lent</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>Plus r&amp;apide</translation>
    </message>
    <message>
        <source>&amp;Usual Speed</source>
        <translation>Vitesse &amp;normale</translation>
    </message>
    <message>
        <source>Analyze E&amp;very Frame, However Long It Takes</source>
        <translation>Analyser &amp;chaque image, quel que soit le temps</translation>
    </message>
    <message>
        <source>Open Strea&amp;m…</source>
        <translation>Ouvrir un &amp;flux…</translation>
    </message>
    <message>
        <source>&amp;Refresh List</source>
        <translation>Act&amp;ualiser la liste</translation>
    </message>
    <message>
        <source>Camera S&amp;ettings…</source>
        <translation>Pa&amp;ramètres de la caméra…</translation>
    </message>
    <message>
        <source>Camera D&amp;octor…</source>
        <translation>Diagnostic de la &amp;caméra…</translation>
    </message>
    <message>
        <source>&amp;Previous Picture</source>
        <translation>Image &amp;précédente</translation>
    </message>
    <message>
        <source>Ne&amp;xt Picture</source>
        <translation>&amp;Image suivante</translation>
    </message>
    <message>
        <source>Next &amp;Face</source>
        <translation>Visage &amp;suivant</translation>
    </message>
    <message>
        <source>This Is My &amp;Neutral Face</source>
        <translation>C’est mon visage &amp;neutre</translation>
    </message>
    <message>
        <source>Forge&amp;t Neutral Face</source>
        <translation>&amp;Oublier le visage neutre</translation>
    </message>
    <message>
        <source>What the Network &amp;Looks At…</source>
        <translation>Ce que regarde le rés&amp;eau…</translation>
    </message>
    <message>
        <source>Table &amp;of Faces</source>
        <translation>&amp;Tableau des visages</translation>
    </message>
    <message>
        <source>Sho&amp;w in Folder</source>
        <translation>Afficher dans le &amp;dossier</translation>
    </message>
    <message>
        <source>&amp;Remove from the List</source>
        <translation>Retirer de &amp;la liste</translation>
    </message>
    <message>
        <source>&amp;Analyze Again</source>
        <translation>&amp;Relancer l’analyse</translation>
    </message>
    <message>
        <source>&amp;Stop Analysis</source>
        <translation>Arrêter l’&amp;analyse</translation>
    </message>
    <message>
        <source>&amp;Mirror Camera</source>
        <translation>Caméra en &amp;miroir</translation>
    </message>
    <message>
        <source>&amp;Boxes</source>
        <translation>&amp;Cadres</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>É&amp;tiquettes</translation>
    </message>
    <message>
        <source>&amp;Percentages</source>
        <translation>&amp;Pourcentages</translation>
    </message>
    <message>
        <source>&amp;Numbers</source>
        <translation>&amp;Numéros</translation>
    </message>
    <message>
        <source>Ba&amp;rs</source>
        <translation>&amp;Barres</translation>
    </message>
    <message>
        <source>&amp;Fit to Window</source>
        <translation>Ajuster à la &amp;fenêtre</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>&amp;Taille réelle</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Zoom &amp;avant</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Zoom a&amp;rrière</translation>
    </message>
    <message>
        <source>Side &amp;Panel</source>
        <translation>&amp;Panneau latéral</translation>
    </message>
    <message>
        <source>Mi&amp;ni View, Always on Top</source>
        <translation>Vue ré&amp;duite, toujours visible</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>Pl&amp;ein écran</translation>
    </message>
    <message>
        <source>&amp;Own Model Folder…</source>
        <translation>Dossier de modèle &amp;personnel…</translation>
    </message>
    <message>
        <source>Remove Tau&amp;ght Model…</source>
        <translation>&amp;Supprimer le modèle instruit…</translation>
    </message>
    <message>
        <source>Co&amp;rrect Expressions</source>
        <translation>Corri&amp;ger les expressions</translation>
    </message>
    <message>
        <source>Correct&amp;ions…</source>
        <translation>&amp;Corrections…</translation>
    </message>
    <message>
        <source>&amp;Measure on My Pictures…</source>
        <translation>Mesure&amp;r sur mes images…</translation>
    </message>
    <message>
        <source>&amp;Teach…</source>
        <translation>&amp;Instruire…</translation>
    </message>
    <message>
        <source>Model &amp;Card…</source>
        <translation>&amp;Fiche du modèle…</translation>
    </message>
    <message>
        <source>&amp;First Page</source>
        <translation>Page de &amp;bienvenue</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Clavier</translation>
    </message>
    <message>
        <source>&amp;Notice for People in View…</source>
        <translation>&amp;Avis aux personnes filmées…</translation>
    </message>
    <message>
        <source>&amp;Doctor Report…</source>
        <translation>&amp;Rapport de diagnostic…</translation>
    </message>
    <message>
        <source>Open &amp;Log Folder</source>
        <translation>Ouvrir le &amp;dossier du journal</translation>
    </message>
    <message>
        <source>L&amp;icences…</source>
        <translation>&amp;Licences…</translation>
    </message>
    <message>
        <source>&amp;About FER Desktop</source>
        <translation>À &amp;propos de FER Desktop</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>Comme le &amp;système</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>S&amp;ombre</translation>
    </message>
    <message>
        <source>&amp;Fast: Upright Heads, near the Camera</source>
        <translation>&amp;Rapide&#xa0;: têtes droites, près de la caméra</translation>
    </message>
    <message>
        <source>&amp;Balanced</source>
        <translation>É&amp;quilibrée</translation>
    </message>
    <message>
        <source>&amp;Thorough: Small Faces Too, Slower</source>
        <translation>&amp;Approfondie&#xa0;: petits visages aussi, plus lente</translation>
    </message>
    <message>
        <source>&amp;LiteRT</source>
        <translation>&amp;LiteRT</translation>
    </message>
    <message>
        <source>&amp;Keras (Needs TensorFlow)</source>
        <translation>&amp;Keras (nécessite TensorFlow)</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>&amp;Désactivé</translation>
    </message>
    <message>
        <source>&amp;3 Seconds</source>
        <translation>&amp;3 secondes</translation>
    </message>
    <message>
        <source>&amp;5 Seconds</source>
        <translation>&amp;5 secondes</translation>
    </message>
    <message>
        <source>&amp;10 Seconds</source>
        <translation>&amp;10 secondes</translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation>Recherche de caméras…</translation>
    </message>
    <message>
        <source>No camera found</source>
        <translation>Aucune caméra trouvée</translation>
    </message>
    <message>
        <source>The system is asked which cameras there are.</source>
        <translation>On demande au système quelles caméras il y a.</translation>
    </message>
    <message>
        <source>Plug a camera in; it appears here by itself.</source>
        <translation>Branchez une caméra ; elle apparaît ici d’elle-même.</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>T&amp;hème</translation>
    </message>
    <message>
        <source>&amp;Search for Faces</source>
        <translation>Re&amp;cherche de visages</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>&amp;Moteur</translation>
    </message>
    <message>
        <source>Self-&amp;Timer</source>
        <translation>Re&amp;tardateur</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>O&amp;verlay</source>
        <translation>Ann&amp;otations</translation>
    </message>
    <message>
        <source>What Is Recor&amp;ded</source>
        <translation>Ce qui est enreg&amp;istré</translation>
    </message>
    <message>
        <source>Open Rece&amp;nt</source>
        <translation>Ouvrir un fic&amp;hier récent</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Camera</source>
        <translation>&amp;Caméra</translation>
    </message>
    <message>
        <source>Vi&amp;deo</source>
        <translation>Vidé&amp;o</translation>
    </message>
    <message>
        <source>F&amp;aces</source>
        <translation>&amp;Visages</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modèle</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ai&amp;de</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>CameraChoice</name>
    <message>
        <source>Looking for cameras…</source>
        <translation>Recherche de caméras…</translation>
    </message>
    <message>
        <source>No camera was found, so this is the built-in demo. Plug a camera in and choose it in the Camera menu, or open pictures and videos from the File menu.</source>
        <translation>Aucune caméra n’a été trouvée&#xa0;: voici donc la démo intégrée. Branchez une caméra et choisissez-la dans le menu Caméra, ou ouvrez des images et des vidéos depuis le menu Fichier.</translation>
    </message>
    <message>
        <source>{name} is connected.</source>
        <translation>La caméra {name} est branchée.</translation>
    </message>
    <message>
        <source>Use It</source>
        <translation>Utiliser</translation>
    </message>
</context>
<context>
    <name>CameraDoctor</name>
    <message>
        <source>Camera Doctor</source>
        <translation>Diagnostic de la caméra</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Résultat du diagnostic</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>C&amp;opier</translation>
    </message>
    <message>
        <source>Check &amp;Again</source>
        <translation>&amp;Revérifier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation>Recherche de caméras…</translation>
    </message>
    <message>
        <source>The cameras are still looked at.</source>
        <translation>Les caméras sont encore en cours de vérification.</translation>
    </message>
    <message>
        <source>{name}: looking at its picture…</source>
        <translation>{name}&#xa0;: examen de son image…</translation>
    </message>
    <message>
        <source>{width} x {height} at {rate} frames a second.</source>
        <translation>{width} x {height} à {rate} images par seconde.</translation>
    </message>
</context>
<context>
    <name>CameraSettings</name>
    <message>
        <source>Camera Settings</source>
        <translation>Paramètres de la caméra</translation>
    </message>
    <message>
        <source>&amp;Camera:</source>
        <translation>&amp;Caméra&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Resolution:</source>
        <translation>&amp;Résolution&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Frames a second:</source>
        <translation>&amp;Images par seconde&#xa0;:</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Caméra</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Résolution</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>Images par seconde</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>&amp;Mirror the view, not the data</source>
        <translation>&amp;Miroir à l’affichage, pas dans les données</translation>
    </message>
    <message>
        <source>Mirror the view</source>
        <translation>Miroir à l’affichage</translation>
    </message>
    <message>
        <source>Camera &amp;Doctor…</source>
        <translation>&amp;Diagnostic de la caméra…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>{name} (not connected)</source>
        <translation>{name} (non branchée)</translation>
    </message>
    <message>
        <source>No camera found</source>
        <translation>Aucune caméra trouvée</translation>
    </message>
    <message>
        <source>Choose a camera</source>
        <translation>Choisir une caméra</translation>
    </message>
    <message>
        <source>Chosen by the program</source>
        <translation>Choix du programme</translation>
    </message>
    <message>
        <source>The system does not tell what this camera offers: a choice is used if the camera can.</source>
        <translation>Le système n’indique pas ce que propose cette caméra&#xa0;: un choix s’applique si la caméra le permet.</translation>
    </message>
    <message>
        <source>Plug a camera in; it appears here by itself.</source>
        <translation>Branchez une caméra&#xa0;; elle apparaîtra ici automatiquement.</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Pas encore d’image</translation>
    </message>
    <message>
        <source>Choose a camera to see its picture.</source>
        <translation>Choisissez une caméra pour voir son image.</translation>
    </message>
    <message>
        <source>The camera is off.</source>
        <translation>La caméra est éteinte.</translation>
    </message>
    <message>
        <source>No picture comes.</source>
        <translation>Aucune image n’arrive.</translation>
    </message>
    <message>
        <source>The picture is paused.</source>
        <translation>L’image est en pause.</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Mesure en cours…</translation>
    </message>
    <message>
        <source>{width} x {height} at {rate} frames a second (asked for {wide} x {high} at {often})</source>
        <translation>{width} x {height} à {rate} images par seconde (demandé&#xa0;: {wide} x {high} à {often})</translation>
    </message>
</context>
<context>
    <name>CameraWatch</name>
    <message>
        <source>Camera Doctor…</source>
        <translation>Diagnostic de la caméra…</translation>
    </message>
</context>
<context>
    <name>CameraWords</name>
    <message>
        <source>{name} works.</source>
        <translation>{name} fonctionne.</translation>
    </message>
    <message>
        <source>No camera was found.</source>
        <translation>Aucune caméra n’a été trouvée.</translation>
    </message>
    <message>
        <source>The system refuses the use of {name}.</source>
        <translation>Le système refuse l’accès à {name}.</translation>
    </message>
    <message>
        <source>{name} gives no picture; another program may be using it.</source>
        <translation>{name} ne fournit aucune image&#xa0;; un autre programme l’utilise peut-être.</translation>
    </message>
    <message>
        <source>The picture of {name} is black.</source>
        <translation>L’image de {name} est noire.</translation>
    </message>
    <message>
        <source>The picture of {name} stands still: every frame is the same.</source>
        <translation>L’image de {name} est figée&#xa0;: elle reste toujours la même.</translation>
    </message>
    <message>
        <source>{name} gives very few pictures a second.</source>
        <translation>{name} fournit très peu d’images par seconde.</translation>
    </message>
    <message>
        <source>Plug a camera in. The one of a laptop may have a key or a switch of its own.</source>
        <translation>Branchez une caméra. Celle d’un ordinateur portable a parfois sa propre touche ou son propre interrupteur.</translation>
    </message>
    <message>
        <source>Close other programs that use the camera: video calls, the browser.</source>
        <translation>Fermez les autres programmes qui utilisent la caméra&#xa0;: appels vidéo, navigateur.</translation>
    </message>
    <message>
        <source>Open the cover of the lens; some laptops have a slide or a key for it.</source>
        <translation>Ouvrez le cache de l’objectif&#xa0;; certains portables ont un volet coulissant ou une touche pour cela.</translation>
    </message>
    <message>
        <source>Unplug the camera and plug it into another socket of the computer.</source>
        <translation>Débranchez la caméra et branchez-la sur un autre port de l’ordinateur.</translation>
    </message>
    <message>
        <source>A virtual camera shows what its program sends: start the picture there.</source>
        <translation>Une caméra virtuelle montre ce que son programme envoie&#xa0;: démarrez l’image dans celui-ci.</translation>
    </message>
    <message>
        <source>Turn on more light: in the dark cameras expose longer.</source>
        <translation>Éclairez davantage&#xa0;: dans l’obscurité, les caméras allongent le temps de pose.</translation>
    </message>
    <message>
        <source>Choose 640 x 480 in Camera Settings: large raw pictures come slowly over USB.</source>
        <translation>Choisissez 640 x 480 dans les paramètres de la caméra&#xa0;: les grandes images brutes arrivent lentement par USB.</translation>
    </message>
    <message>
        <source>Look after the camera that sends it: its lens may be covered.</source>
        <translation>Vérifiez la caméra qui l’envoie : son objectif est peut-être couvert.</translation>
    </message>
    <message>
        <source>The camera that sends it may hang: switch it off and on again.</source>
        <translation>La caméra qui l’envoie est peut-être bloquée : éteignez-la puis rallumez-la.</translation>
    </message>
    <message>
        <source>Let the camera send smaller pictures: the network may be too slow.</source>
        <translation>Faites envoyer à la caméra des images plus petites : le réseau est peut-être trop lent.</translation>
    </message>
    <message>
        <source>See in a terminal whether the system knows it: ls -l /dev/video*</source>
        <translation>Vérifiez dans un terminal si le système la reconnaît&#xa0;: ls -l /dev/video*</translation>
    </message>
    <message>
        <source>Add yourself to the group video: sudo usermod -aG video $USER</source>
        <translation>Ajoutez-vous au groupe video&#xa0;: sudo usermod -aG video $USER</translation>
    </message>
    <message>
        <source>Log out of the system and in again.</source>
        <translation>Fermez la session du système, puis rouvrez-la.</translation>
    </message>
    <message>
        <source>See in a terminal which program has it: fuser -v /dev/video*</source>
        <translation>Vérifiez dans un terminal quel programme l’occupe&#xa0;: fuser -v /dev/video*</translation>
    </message>
    <message>
        <source>See in a terminal whether its privacy switch is on: v4l2-ctl --list-ctrls</source>
        <translation>Vérifiez dans un terminal si son interrupteur de confidentialité est activé&#xa0;: v4l2-ctl --list-ctrls</translation>
    </message>
    <message>
        <source>Keep it from slowing down in the dark: v4l2-ctl --set-ctrl=exposure_dynamic_framerate=0</source>
        <translation>Empêchez-la de ralentir dans l’obscurité&#xa0;: v4l2-ctl --set-ctrl=exposure_dynamic_framerate=0</translation>
    </message>
    <message>
        <source>Look in the Device Manager, under Cameras, whether it is there and enabled.</source>
        <translation>Vérifiez dans le Gestionnaire de périphériques, sous «&#xa0;Caméras&#xa0;» ou «&#xa0;Appareils photo&#xa0;», qu’elle est présente et activée.</translation>
    </message>
    <message>
        <source>Open Settings &gt; Privacy &amp; security &gt; Camera (ms-settings:privacy-webcam).</source>
        <translation>Ouvrez Paramètres &gt; Confidentialité et sécurité &gt; Caméra (ms-settings:privacy-webcam).</translation>
    </message>
    <message>
        <source>Switch on “Camera access” and “Let desktop apps access your camera”.</source>
        <translation>Activez «&#xa0;Accès à la caméra&#xa0;» et «&#xa0;Autoriser les applications de bureau à accéder à votre caméra&#xa0;».</translation>
    </message>
    <message>
        <source>See whether a virus guard protects the camera, and allow it there.</source>
        <translation>Vérifiez si un antivirus protège la caméra et autorisez-y l’accès.</translation>
    </message>
    <message>
        <source>See which apps used it last in Settings &gt; Privacy &amp; security &gt; Camera (ms-settings:privacy-webcam).</source>
        <translation>Vérifiez quelles applications l’ont utilisée en dernier dans Paramètres &gt; Confidentialité et sécurité &gt; Caméra (ms-settings:privacy-webcam).</translation>
    </message>
    <message>
        <source>Switch on “Let desktop apps access your camera” in Settings &gt; Privacy &amp; security &gt; Camera (ms-settings:privacy-webcam).</source>
        <translation>Activez «&#xa0;Autoriser les applications de bureau à accéder à votre caméra&#xa0;» dans Paramètres &gt; Confidentialité et sécurité &gt; Caméra (ms-settings:privacy-webcam).</translation>
    </message>
    <message>
        <source>Plug it into a USB 3 socket of the computer itself, without a hub.</source>
        <translation>Branchez-la sur un port USB 3 de l’ordinateur lui-même, sans concentrateur.</translation>
    </message>
    <message>
        <source>Look in System Information &gt; Camera whether the system knows it.</source>
        <translation>Vérifiez dans Informations système &gt; Caméra si le système la reconnaît.</translation>
    </message>
    <message>
        <source>Open System Settings &gt; Privacy &amp; Security &gt; Camera.</source>
        <translation>Ouvrez Réglages Système &gt; Confidentialité et sécurité &gt; Caméra.</translation>
    </message>
    <message>
        <source>Switch it on for FER Desktop; for Terminal, if the program was started there.</source>
        <translation>Activez l’accès pour FER Desktop, ou pour Terminal si le programme a été lancé depuis celui-ci.</translation>
    </message>
    <message>
        <source>Quit the program and start it again.</source>
        <translation>Quittez le programme et relancez-le.</translation>
    </message>
    <message>
        <source>Unplug it and plug it in again; an iPhone needs to be near by.</source>
        <translation>Débranchez-la et rebranchez-la&#xa0;; un iPhone doit se trouver à proximité.</translation>
    </message>
    <message>
        <source>See whether System Settings &gt; Screen Time &gt; Content &amp; Privacy allows the camera.</source>
        <translation>Vérifiez si Réglages Système &gt; Temps d’écran &gt; Contenu et confidentialité autorise la caméra.</translation>
    </message>
    <message>
        <source>Plug it into a USB socket of the computer itself, without a hub.</source>
        <translation>Branchez-la sur un port USB de l’ordinateur lui-même, sans concentrateur.</translation>
    </message>
</context>
<context>
    <name>ChipView</name>
    <message>
        <source>The face is small.</source>
        <translation>Le visage est petit.</translation>
    </message>
    <message>
        <source>The face is cut by the edge.</source>
        <translation>Le visage est coupé par le bord.</translation>
    </message>
    <message>
        <source>The face is far from the middle.</source>
        <translation>Le visage est loin du milieu.</translation>
    </message>
    <message>
        <source>The face is covered.</source>
        <translation>Le visage est masqué.</translation>
    </message>
    <message>
        <source>It is dark.</source>
        <translation>Il fait sombre.</translation>
    </message>
    <message>
        <source>It has hardly any contrast.</source>
        <translation>Il n&apos;y a presque pas de contraste.</translation>
    </message>
    <message>
        <source>It is too bright.</source>
        <translation>C’est trop clair.</translation>
    </message>
    <message>
        <source>It is blurred.</source>
        <translation>C’est flou.</translation>
    </message>
    <message>
        <source>The face is turned away.</source>
        <translation>Le visage est tourné.</translation>
    </message>
    <message>
        <source>The face is small: come closer.</source>
        <translation>Le visage est petit&#xa0;: approchez-vous.</translation>
    </message>
    <message>
        <source>Cut by the edge: move to the middle.</source>
        <translation>Coupé : venez vers le milieu.</translation>
    </message>
    <message>
        <source>Far from the middle: move there.</source>
        <translation>Loin du milieu : venez-y.</translation>
    </message>
    <message>
        <source>Covered: show the whole face.</source>
        <translation>Caché&#xa0;: montrez tout le visage.</translation>
    </message>
    <message>
        <source>It is dark: turn to the light.</source>
        <translation>Il fait sombre&#xa0;: tournez-vous vers la lumière.</translation>
    </message>
    <message>
        <source>Hardly any contrast: clean the lens.</source>
        <translation>Presque pas de contraste : nettoyez l&apos;objectif.</translation>
    </message>
    <message>
        <source>Too bright: turn away from the light.</source>
        <translation>Trop clair&#xa0;: détournez-vous de la lumière.</translation>
    </message>
    <message>
        <source>It is blurred: hold still or clean the lens.</source>
        <translation>Image floue&#xa0;: ne bougez pas ou nettoyez l’objectif.</translation>
    </message>
    <message>
        <source>Hold your head upright and face the camera.</source>
        <translation>Tenez la tête droite, face à la caméra.</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>Ce que voit le réseau</translation>
    </message>
    <message>
        <source>The network sees {width} x {height} pixels.</source>
        <translation>Le réseau voit {width} x {height} pixels.</translation>
    </message>
    <message>
        <source>The network sees {width} x {height} pixels, from a face of {face}.</source>
        <translation>Le réseau voit {width} x {height} pixels, d’un visage de {face}.</translation>
    </message>
    <message>
        <source>Good view of the face.</source>
        <translation>Visage bien visible.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Export: {name}</source>
        <translation>Exporter : {name}</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>F&amp;ace</source>
        <translation>&amp;Visage</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Visage</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exporter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Ranges that the figures leave out are exported too.</source>
        <translation>Les plages que les chiffres laissent de côté sont exportées aussi.</translation>
    </message>
    <message>
        <source>It is being written.</source>
        <translation>L’écriture est en cours.</translation>
    </message>
    <message>
        <source>Give the file a name first.</source>
        <translation>Donnez d’abord un nom au fichier.</translation>
    </message>
    <message>
        <source>The largest in each frame</source>
        <translation>Le plus grand de chaque image</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Export Session</source>
        <translation>Exporter une session</translation>
    </message>
    <message>
        <source>Open Report</source>
        <translation>Ouvrir le rapport</translation>
    </message>
    <message>
        <source>The export is in {file}</source>
        <translation>L’export est dans {file}</translation>
    </message>
    <message>
        <source>Show Folder</source>
        <translation>Afficher le dossier</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Detailed log</source>
        <translation>Journal détaillé</translation>
    </message>
    <message>
        <source>State log</source>
        <translation>Journal des états</translation>
    </message>
    <message>
        <source>Detailed log, older form</source>
        <translation>Journal détaillé, ancienne forme</translation>
    </message>
    <message>
        <source>State log, older form</source>
        <translation>Journal des états, ancienne forme</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>Sous-titres</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistiques</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Tidy table with a row for each face in each frame, and a list of its columns beside it.</source>
        <translation>Tableau ordonné, une ligne par visage et par image, avec la liste de ses colonnes à côté.</translation>
    </message>
    <message>
        <source>The tidy table as JSON Lines: an object for each row; what is missing is null.</source>
        <translation>Le tableau ordonné en JSON Lines : un objet par ligne ; ce qui manque est null.</translation>
    </message>
    <message>
        <source>The tidy table as a workbook: numbers as numbers, and a sheet that explains its columns.</source>
        <translation>La table en classeur : les nombres comme nombres, et une feuille qui explique les colonnes.</translation>
    </message>
    <message>
        <source>FaceReader-style detailed log: the largest face in a line for each frame, or FIND_FAILED.</source>
        <translation>Journal détaillé à la façon de FaceReader : le plus grand visage, une ligne par image, ou FIND_FAILED.</translation>
    </message>
    <message>
        <source>The detailed log in the older form of version 6.</source>
        <translation>Le journal détaillé dans l’ancienne forme, celle de la version 6.</translation>
    </message>
    <message>
        <source>The state log in the older form of version 6.</source>
        <translation>Le journal des états dans l’ancienne forme, celle de la version 6.</translation>
    </message>
    <message>
        <source>BIDS continuous recording: one face&apos;s probabilities and valence at a fixed rate.</source>
        <translation>Enregistrement continu BIDS : probabilités et valence d’un visage à un rythme fixe.</translation>
    </message>
    <message>
        <source>Praat TextGrid: a tier of intervals for each face, and one of points for the markers.</source>
        <translation>TextGrid de Praat : un niveau d’intervalles par visage et un niveau de points pour les repères.</translation>
    </message>
    <message>
        <source>Event log as The Observer XT exports its own: state starts and stops, markers as points.</source>
        <translation>Journal d’événements tel que The Observer XT exporte les siens : débuts et fins d’états, repères comme points.</translation>
    </message>
    <message>
        <source>Readable by Datavyu: a column of its spreadsheet for each face, and one for the markers.</source>
        <translation>Lisible par Datavyu : une colonne de sa feuille par visage, et une pour les repères.</translation>
    </message>
    <message>
        <source>Not possible here: {package} is not installed ({command}).</source>
        <translation>Impossible ici&#xa0;: {package} n’est pas installé ({command}).</translation>
    </message>
    <message>
        <source>BIDS events: a row for each episode and marker, and the JSON file that BIDS wants.</source>
        <translation>Événements BIDS : une ligne par épisode et par marqueur, et le fichier JSON que BIDS demande.</translation>
    </message>
    <message>
        <source>Readable by ELAN&apos;s import of tab-separated text: a tier for each face, in milliseconds.</source>
        <translation>Lisible par l’import de texte tabulé d’ELAN : un acteur par visage, en millisecondes.</translation>
    </message>
    <message>
        <source>Share of time, episodes, transitions, valence and share of lost frames for each face.</source>
        <translation>Part du temps, épisodes, transitions, valence et part d’images perdues de chaque visage.</translation>
    </message>
    <message>
        <source>The tidy table with types, compressed; readable by pandas, R, DuckDB and others.</source>
        <translation>Le tableau ordonné avec ses types, compressé ; lisible par pandas, R, DuckDB et d’autres.</translation>
    </message>
    <message>
        <source>Workbook</source>
        <translation>Classeur</translation>
    </message>
    <message>
        <source>Readable by Py-Feat&apos;s read_feat: boxes, seven emotions in its order, contempt beside.</source>
        <translation>Lisible par read_feat de Py-Feat : cadres, sept émotions dans son ordre, le mépris à côté.</translation>
    </message>
    <message>
        <source>FaceReader-style state log: a line for each change of the shown label.</source>
        <translation>Journal des états à la façon de FaceReader : une ligne à chaque changement de l’étiquette affichée.</translation>
    </message>
    <message>
        <source>Readable by BORIS, which imports it into an open observation: starts and stops.</source>
        <translation>Lisible par BORIS, qui l’importe dans une observation ouverte : débuts et fins.</translation>
    </message>
    <message>
        <source>SubRip subtitles of the shown labels, for players of the video.</source>
        <translation>Sous-titres SubRip des étiquettes affichées, pour les lecteurs vidéo.</translation>
    </message>
    <message>
        <source>Report with plots and statistics in one file that opens without a network.</source>
        <translation>Rapport avec graphiques et statistiques en un fichier qui s’ouvre sans réseau.</translation>
    </message>
    <message>
        <source>Analyze a Folder into a Table</source>
        <translation>Analyser un dossier en tableau</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <source>&amp;Table (.csv, .xlsx or .jsonl)</source>
        <translation>&amp;Tableau (.csv, .xlsx ou .jsonl)</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>&amp;Analyze</source>
        <translation>&amp;Analyser</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Nothing could be read.</source>
        <translation>Rien n’a pu être lu.</translation>
    </message>
    <message>
        <source>The table is in {file}</source>
        <translation>Le tableau est dans {file}</translation>
    </message>
    <message>
        <source>{n} can&apos;t be read, such as: {first}</source>
        <translation>{n} illisibles, par exemple : {first}</translation>
    </message>
    <message>
        <source>The folder is being analyzed.</source>
        <translation>Le dossier est en cours d’analyse.</translation>
    </message>
    <message>
        <source>Choose a folder first.</source>
        <translation>Choisissez d’abord un dossier.</translation>
    </message>
    <message>
        <source>The name of the table has to end in .csv, .xlsx or .jsonl.</source>
        <translation>Le nom du tableau doit se terminer par .csv, .xlsx ou .jsonl.</translation>
    </message>
</context>
<context>
    <name>FacePanel</name>
    <message>
        <source>Looks like</source>
        <translation>Évoque</translation>
    </message>
    <message>
        <source>Face {number} looks like</source>
        <translation>Le visage {number} évoque</translation>
    </message>
    <message>
        <source>between {first} and {second}</source>
        <translation>entre {first} et {second}</translation>
    </message>
    <message>
        <source>{percent} sure, then {others}</source>
        <translation>Certitude&#xa0;: {percent}, puis {others}</translation>
    </message>
    <message>
        <source>{percent} sure</source>
        <translation>Certitude&#xa0;: {percent}</translation>
    </message>
    <message>
        <source>Valence {value}</source>
        <translation>Valence {value}</translation>
    </message>
    <message>
        <source>No face</source>
        <translation>Aucun visage</translation>
    </message>
    <message>
        <source>A guess about the expression that is shown, not about feelings. Everything runs on this computer.</source>
        <translation>Une supposition sur l’expression montrée, non sur les sentiments. Tout s’exécute sur cet ordinateur.</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>Ce que voit le réseau</translation>
    </message>
    <message>
        <source>Corrected by this person&apos;s neutral face</source>
        <translation>Corrigé par le visage neutre de cette personne</translation>
    </message>
    <message>
        <source>What valence means</source>
        <translation>Ce que signifie la valence</translation>
    </message>
</context>
<context>
    <name>FaceTable</name>
    <message>
        <source>Table of faces</source>
        <translation>Tableau des visages</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Visage</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Évoque</translation>
    </message>
    <message>
        <source>Confidence %</source>
        <translation>Confiance %</translation>
    </message>
    <message>
        <source>Valence</source>
        <translation>Valence</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Cadre</translation>
    </message>
    <message>
        <source>Detection %</source>
        <translation>Détection %</translation>
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
        <translation>Images ouvertes</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>aucun visage</translation>
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
        <translation>Le rapport est en cours d’établissement.</translation>
    </message>
    <message>
        <source>The folder can&apos;t be opened from here. The log lies in {folder}.</source>
        <translation>Impossible d’ouvrir le dossier d’ici. Le journal se trouve dans {folder}.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
</context>
<context>
    <name>ImageView</name>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>aucun visage</translation>
    </message>
    <message>
        <source>Let go to open it</source>
        <translation>Relâchez pour ouvrir</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>In the list of recordings</source>
        <translation>Dans la liste des enregistrements</translation>
    </message>
    <message>
        <source>In the list of corrections</source>
        <translation>Dans la liste des corrections</translation>
    </message>
    <message>
        <source>Choose a face</source>
        <translation>Choisir un visage</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Cliquer</translation>
    </message>
    <message>
        <source>Enlarge or shrink</source>
        <translation>Agrandir ou réduire</translation>
    </message>
    <message>
        <source>Turn the wheel</source>
        <translation>Tourner la molette</translation>
    </message>
    <message>
        <source>Move an enlarged picture</source>
        <translation>Déplacer une image agrandie</translation>
    </message>
    <message>
        <source>Drag, or arrow keys</source>
        <translation>Glisser, ou touches fléchées</translation>
    </message>
    <message>
        <source>Go through opened pictures</source>
        <translation>Parcourir les images ouvertes</translation>
    </message>
    <message>
        <source>Arrow keys in the row below</source>
        <translation>Touches fléchées dans la rangée du bas</translation>
    </message>
    <message>
        <source>Go through a video in its bar</source>
        <translation>Parcourir une vidéo dans sa barre</translation>
    </message>
    <message>
        <source>Arrow keys, Page up, Page down</source>
        <translation>Flèches, Page préc., Page suiv.</translation>
    </message>
    <message>
        <source>Leave full screen and mini view</source>
        <translation>Quitter le plein écran et la vue réduite</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Go from control to control</source>
        <translation>Passer d’un élément à l’autre</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Say what the chosen face looks like</source>
        <translation>Dire ce qu’exprime le visage choisi</translation>
    </message>
    <message>
        <source>1 to 8</source>
        <translation>1 à 8</translation>
    </message>
    <message>
        <source>Undo the last correction</source>
        <translation>Annuler la dernière correction</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Lire ou mettre en pause</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>A frame back or on</source>
        <translation>Une image en arrière ou en avant</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Gauche, Droite</translation>
    </message>
    <message>
        <source>To the marker before or after</source>
        <translation>Au marqueur précédent ou suivant</translation>
    </message>
    <message>
        <source>Page up, Page down</source>
        <translation>Page préc., Page suiv.</translation>
    </message>
    <message>
        <source>To the start or the end</source>
        <translation>Au début ou à la fin</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Début, Fin</translation>
    </message>
    <message>
        <source>Start or end a range here</source>
        <translation>Commencer ou finir un intervalle ici</translation>
    </message>
    <message>
        <source>Undo the last change of a range</source>
        <translation>Annuler le dernier changement d’intervalle</translation>
    </message>
    <message>
        <source>Zoom the timeline</source>
        <translation>Agrandir la frise</translation>
    </message>
    <message>
        <source>Ctrl and +, - or 0, or the wheel</source>
        <translation>Ctrl et +, - ou 0, ou la molette</translation>
    </message>
    <message>
        <source>Switch correcting on or off</source>
        <translation>Activer ou désactiver la correction</translation>
    </message>
    <message>
        <source>Show this page</source>
        <translation>Afficher cette page</translation>
    </message>
    <message>
        <source>Close the review</source>
        <translation>Fermer la relecture</translation>
    </message>
    <message>
        <source>Ctrl+W, Esc</source>
        <translation>Ctrl+W, Échap</translation>
    </message>
    <message>
        <source>Rename a recording</source>
        <translation>Renommer un enregistrement</translation>
    </message>
    <message>
        <source>Write a note about it</source>
        <translation>Écrire une note à son sujet</translation>
    </message>
    <message>
        <source>Export it</source>
        <translation>L’exporter</translation>
    </message>
    <message>
        <source>Erase it, after a question</source>
        <translation>L’effacer, après une question</translation>
    </message>
    <message>
        <source>Remove what is selected</source>
        <translation>Retirer la sélection</translation>
    </message>
    <message>
        <source>Bring back what was removed</source>
        <translation>Rétablir ce qui a été retiré</translation>
    </message>
    <message>
        <source>In the picture</source>
        <translation>Dans l’image</translation>
    </message>
    <message>
        <source>While correcting</source>
        <translation>Pendant la correction</translation>
    </message>
    <message>
        <source>In a review</source>
        <translation>Dans une relecture</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Touches et souris</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Clavier</translation>
    </message>
</context>
<context>
    <name>LastEnd</name>
    <message>
        <source>The program crashed the last time. The log file has the trace.</source>
        <translation>Le programme a planté la dernière fois. Le fichier journal contient les détails.</translation>
    </message>
    <message>
        <source>The program was ended from outside the last time, or the computer was.</source>
        <translation>La dernière fois, le programme ou l’ordinateur a été arrêté de l’extérieur.</translation>
    </message>
    <message>
        <source>Show Log</source>
        <translation>Afficher le journal</translation>
    </message>
    <message>
        <source>What was recorded until then is in {folder}</source>
        <translation>Ce qui a été enregistré jusque-là se trouve dans {folder}</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revoir</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>End Recording and Open</source>
        <translation>Terminer l&apos;enregistrement et ouvrir</translation>
    </message>
    <message>
        <source>Close Pictures</source>
        <translation>Fermer les images</translation>
    </message>
    <message>
        <source>Go On Recording</source>
        <translation>Continuer l&apos;enregistrement</translation>
    </message>
    <message>
        <source>End Recording and Quit</source>
        <translation>Terminer l&apos;enregistrement et quitter</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>A session is being recorded. It would end; what is recorded until then is kept.</source>
        <translation>Une session est en cours d&apos;enregistrement. Elle se terminerait ; ce qui est enregistré jusque-là est conservé.</translation>
    </message>
    <message>
        <source>What was found in {n} pictures is not saved.</source>
        <translation>Ce qui a été trouvé dans {n} images n&apos;est pas enregistré.</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Visages</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>Déroulement</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>aucun visage</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Renommer…</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Note…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <source>Show in &amp;Folder</source>
        <translation>Afficher dans le &amp;dossier</translation>
    </message>
    <message>
        <source>&amp;Erase…</source>
        <translation>&amp;Effacer…</translation>
    </message>
    <message>
        <source>Find a name or note</source>
        <translation>Chercher un nom, une note</translation>
    </message>
    <message>
        <source>In {folder}</source>
        <translation>Dans {folder}</translation>
    </message>
    <message>
        <source>There are no recordings yet. The Record button makes the first one.</source>
        <translation>Il n’y a pas encore d’enregistrement. Le bouton «&#xa0;Enregistrer&#xa0;» fait le premier.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>New name:</source>
        <translation>Nouveau nom&#xa0;:</translation>
    </message>
    <message>
        <source>Note about {name}:</source>
        <translation>Note sur {name}&#xa0;:</translation>
    </message>
    <message>
        <source>There are no recordings yet.</source>
        <translation>Il n’y a pas encore d’enregistrements.</translation>
    </message>
    <message>
        <source>No recording is chosen.</source>
        <translation>Aucun enregistrement n’est choisi.</translation>
    </message>
</context>
<context>
    <name>Licences</name>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation>Composants du programme</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texte de la licence</translation>
    </message>
    <message>
        <source>Licence: {terms}</source>
        <translation>Licence&#xa0;: {terms}</translation>
    </message>
    <message>
        <source>This part comes without the text of its licence.</source>
        <translation>Ce composant est fourni sans le texte de sa licence.</translation>
    </message>
</context>
<context>
    <name>LiveMode</name>
    <message>
        <source>Opening {name}…</source>
        <translation>Ouverture de {name}…</translation>
    </message>
    <message>
        <source>No face</source>
        <translation>Aucun visage</translation>
    </message>
    <message>
        <source>Face the camera; more light and less distance help.</source>
        <translation>Regardez la caméra&#xa0;; plus de lumière et moins de distance aident.</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>À la fin</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>À l’arrêt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Aucune image</translation>
    </message>
    <message>
        <source>Expressions are not analyzed</source>
        <translation>Expressions non analysées</translation>
    </message>
    <message>
        <source>Expression analysis on</source>
        <translation>Analyse des expressions active</translation>
    </message>
    <message>
        <source>Loading the model {name}…</source>
        <translation>Chargement du modèle {name}…</translation>
    </message>
    <message>
        <source>Black picture</source>
        <translation>Image noire</translation>
    </message>
    <message>
        <source>The picture stands still</source>
        <translation>L’image est figée</translation>
    </message>
    <message>
        <source>{message} So it stays as it was.</source>
        <translation>{message} Le choix précédent est donc conservé.</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Réessayer</translation>
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
        <translation>Instantané</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Open Images…</source>
        <translation>Ouvrir des images…</translation>
    </message>
    <message>
        <source>Back to Live</source>
        <translation>Retour au direct</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>&lt;h3&gt;FER Desktop {version}&lt;/h3&gt;&lt;p&gt;Names the expression that a face shows: anger, contempt, disgust, fear, happiness, neutral, sadness or surprise, and says when it is not sure.&lt;/p&gt;&lt;p&gt;Pictures stay on this computer; nothing is stored unless you save it. The results are guesses about expressions, not about feelings. In the European Union, reading emotions at work or in education is forbidden, with few exceptions.&lt;/p&gt;&lt;p&gt;MIT licence. Face detection: OpenCV. Window: Qt for Python (LGPL). Networks: LiteRT.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;FER Desktop {version}&lt;/h3&gt;&lt;p&gt;Nomme l’expression que montre un visage&#xa0;: colère, mépris, dégoût, peur, joie, neutre, tristesse ou surprise, et le signale quand le résultat est incertain.&lt;/p&gt;&lt;p&gt;Les images restent sur cet ordinateur&#xa0;; rien n’est conservé sans que vous l’enregistriez. Les résultats sont des suppositions sur les expressions, non sur les sentiments. Dans l’Union européenne, il est interdit, à quelques exceptions près, d’inférer les émotions d’une personne sur le lieu de travail ou dans les établissements d’enseignement.&lt;/p&gt;&lt;p&gt;Licence MIT. Détection des visages&#xa0;: OpenCV. Fenêtre&#xa0;: Qt for Python (LGPL). Réseaux&#xa0;: LiteRT.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About FER Desktop</source>
        <translation>À propos de FER Desktop</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Valence&lt;/h3&gt;&lt;p&gt;The probability of happiness minus the strongest of sadness, anger, fear and disgust: from minus 1, an unpleasant expression, to plus 1, a pleasant one. Neutral, surprise and contempt do not count.&lt;/p&gt;&lt;p&gt;It sums up the eight bars and knows no more than they do. It says nothing about how somebody feels.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Valence&lt;/h3&gt;&lt;p&gt;La probabilité de la joie moins la plus forte parmi tristesse, colère, peur et dégoût&#xa0;: de moins 1, une expression désagréable, à plus 1, une expression agréable. Neutre, surprise et mépris ne comptent pas.&lt;/p&gt;&lt;p&gt;Elle résume les huit barres et n’en sait pas plus qu’elles. Elle ne dit rien de ce que quelqu’un ressent.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Valence</source>
        <translation>Valence</translation>
    </message>
    <message>
        <source>Doctor Report</source>
        <translation>Rapport de diagnostic</translation>
    </message>
    <message>
        <source>What this program found on this computer:</source>
        <translation>Ce que ce programme a trouvé sur cet ordinateur&#xa0;:</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Erase this recording? All that was recorded is deleted and can&apos;t be brought back.</source>
        <translation>Effacer cet enregistrement ? Tout ce qui a été enregistré est supprimé et ne peut pas être récupéré.</translation>
    </message>
    <message>
        <source>Erase Recording</source>
        <translation>Effacer l’enregistrement</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>There is such a file already. Replace it? What is in it now is lost.</source>
        <translation>Un tel fichier existe déjà. Le remplacer ? Son contenu actuel sera perdu.</translation>
    </message>
    <message>
        <source>There are such files already. Replace them? What is in them now is lost.</source>
        <translation>De tels fichiers existent déjà. Les remplacer ? Leur contenu actuel sera perdu.</translation>
    </message>
    <message>
        <source>Replace Files</source>
        <translation>Remplacer les fichiers</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
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
        <translation>Licence</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>aucune indication</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Données d’entraînement</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Indicateurs</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Indicateur</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>They are what its folder says; this program did not measure them.</source>
        <translation>Ces valeurs viennent de son dossier&#xa0;; ce programme ne les a pas mesurées.</translation>
    </message>
    <message>
        <source>It tells none.</source>
        <translation>Il n’en donne aucun.</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
    <message>
        <source>Unknown: this model did not come with the program. Try it on pictures that you know before you rely on it. Whatever it says is a guess about an expression, not about a feeling.</source>
        <translation>Inconnues&#xa0;: ce modèle n’a pas été fourni avec le programme. Essayez-le sur des images que vous connaissez avant de vous y fier. Tout ce qu’il dit est une supposition sur une expression, non sur un sentiment.</translation>
    </message>
    <message>
        <source>Model Card</source>
        <translation>Fiche du modèle</translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>Own Model Folder</source>
        <translation>Dossier de modèle personnel</translation>
    </message>
    <message>
        <source>Not possible here: TensorFlow is not installed ({command}).</source>
        <translation>Impossible ici&#xa0;: TensorFlow n’est pas installé ({command}).</translation>
    </message>
    <message>
        <source>{path} is not there any more.</source>
        <translation>{path} n’existe plus.</translation>
    </message>
</context>
<context>
    <name>NeutralFace</name>
    <message>
        <source>There is no face to take as neutral.</source>
        <translation>Aucun visage à prendre comme neutre.</translation>
    </message>
    <message>
        <source>The face was lost. Keep it in the picture for three seconds and try again.</source>
        <translation>Le visage a été perdu. Gardez-le dans l’image pendant trois secondes et réessayez.</translation>
    </message>
    <message>
        <source>What is shown of this face is now corrected by its neutral face.</source>
        <translation>Les résultats affichés pour ce visage sont maintenant corrigés par son visage neutre.</translation>
    </message>
    <message>
        <source>The face that was taken as neutral looked like {what}. Was it neutral?</source>
        <translation>Le visage pris comme neutre semblait {what}. Était-il neutre&#xa0;?</translation>
    </message>
    <message>
        <source>Take It Again</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Forget It</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>This face is shown uncorrected again.</source>
        <translation>Ce visage est de nouveau affiché sans correction.</translation>
    </message>
    <message>
        <source>Keep a neutral face and look at the camera: {seconds} s</source>
        <translation>Gardez un visage neutre et regardez la caméra&#xa0;: {seconds} s</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Facial expressions are analyzed here</source>
        <translation>Ici, des expressions du visage sont analysées</translation>
    </message>
    <message>
        <source>A program on this computer looks at the faces in front of the camera and guesses what their expressions look like: not what you feel, and it can be wrong.</source>
        <translation>Un programme de cet ordinateur regarde les visages devant la caméra et devine à quoi ressemblent leurs expressions : non ce que vous ressentez, et il peut se tromper.</translation>
    </message>
    <message>
        <source>No picture leaves this computer. Ask who runs it whether something is recorded. You can say no, and step out of the picture.</source>
        <translation>Aucune image ne quitte cet ordinateur. Demandez à qui l’utilise si quelque chose est enregistré. Vous pouvez dire non et sortir de l’image.</translation>
    </message>
    <message>
        <source>Esc closes this page.</source>
        <translation>Échap ferme cette page.</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>One video is shown at a time; open the others one by one.</source>
        <translation>Une seule vidéo est affichée à la fois&#xa0;; ouvrez les autres une par une.</translation>
    </message>
    <message>
        <source>Open Images</source>
        <translation>Ouvrir des images</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>Images ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ouvrir un dossier</translation>
    </message>
    <message>
        <source>Open Video</source>
        <translation>Ouvrir une vidéo</translation>
    </message>
    <message>
        <source>Videos ({patterns})</source>
        <translation>Vidéos ({patterns})</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>Pasted picture</source>
        <translation>Image collée</translation>
    </message>
    <message>
        <source>Pasted picture {n}</source>
        <translation>Image collée {n}</translation>
    </message>
</context>
<context>
    <name>PathEditor</name>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose: {what}</source>
        <translation>Choisir&#xa0;: {what}</translation>
    </message>
    <message>
        <source>ONNX files (*.onnx)</source>
        <translation>Fichiers ONNX (*.onnx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>PictureActions</name>
    <message>
        <source>&amp;Carry On</source>
        <translation>&amp;Continuer</translation>
    </message>
    <message>
        <source>&amp;Stop Analysis</source>
        <translation>Arrêter l’&amp;analyse</translation>
    </message>
    <message>
        <source>Carry On</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Stop Analysis</source>
        <translation>Arrêter l’analyse</translation>
    </message>
    <message>
        <source>{name} is not listed any more; its file stays</source>
        <translation>{name} n’est plus dans la liste&#xa0;; le fichier reste</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>Il n&apos;y a pas d&apos;image dans le presse-papiers.</translation>
    </message>
    <message>
        <source>The opened pictures were analyzed with the settings of before.</source>
        <translation>Les images ouvertes ont été analysées avec les paramètres précédents.</translation>
    </message>
    <message>
        <source>Analyze Again</source>
        <translation>Relancer l’analyse</translation>
    </message>
</context>
<context>
    <name>PictureBar</name>
    <message>
        <source>All pictures</source>
        <translation>Toutes les images</translation>
    </message>
    <message>
        <source>several faces</source>
        <translation>plusieurs visages</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>aucun visage</translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>As opened</source>
        <translation>Ordre d’ouverture</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Par nom</translation>
    </message>
    <message>
        <source>By expression</source>
        <translation>Par expression</translation>
    </message>
    <message>
        <source>Least sure first</source>
        <translation>Moins sûres d’abord</translation>
    </message>
    <message>
        <source>Most faces first</source>
        <translation>Plus de visages d’abord</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>Chercher un nom</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Save Table…</source>
        <translation>Enregistrer le tableau…</translation>
    </message>
    <message>
        <source>Save Table</source>
        <translation>Enregistrer le tableau</translation>
    </message>
    <message>
        <source>{number} of {n}</source>
        <translation>{number} sur {n}</translation>
    </message>
    <message>
        <source>{n} open</source>
        <translation>{n} ouvertes</translation>
    </message>
</context>
<context>
    <name>PictureExport</name>
    <message>
        <source>Pictures that are not analyzed yet, and not in the table: {n}.</source>
        <translation>Images pas encore analysées, absentes du tableau&#xa0;: {n}.</translation>
    </message>
    <message>
        <source>The table is in {file}</source>
        <translation>Le tableau est dans {file}</translation>
    </message>
    <message>
        <source>Show Folder</source>
        <translation>Afficher le dossier</translation>
    </message>
</context>
<context>
    <name>PictureMode</name>
    <message>
        <source>Reading {name}…</source>
        <translation>Chargement de {name}…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>Analyzing…</source>
        <translation>Analyse…</translation>
    </message>
    <message>
        <source>None of the {n} pictures can be analyzed. The first: {reason}</source>
        <translation>Aucune des {n} images ne peut être analysée. La première&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>This file can&apos;t be read.</source>
        <translation>Ce fichier est illisible.</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Aucune image</translation>
    </message>
    <message>
        <source>Faces seen from the front and in good light are found best.</source>
        <translation>Les visages de face et bien éclairés sont les mieux détectés.</translation>
    </message>
</context>
<context>
    <name>Possible</name>
    <message>
        <source>There is no picture yet.</source>
        <translation>Il n&apos;y a pas encore d&apos;image.</translation>
    </message>
    <message>
        <source>There is no face in the picture.</source>
        <translation>Il n&apos;y a pas de visage dans l&apos;image.</translation>
    </message>
    <message>
        <source>Start the camera first.</source>
        <translation>Démarrez d&apos;abord la caméra.</translation>
    </message>
    <message>
        <source>No pictures are open.</source>
        <translation>Aucune image n&apos;est ouverte.</translation>
    </message>
    <message>
        <source>This picture has no file.</source>
        <translation>Cette image n’a pas de fichier.</translation>
    </message>
    <message>
        <source>No picture is analyzed yet.</source>
        <translation>Aucune image n’est encore analysée.</translation>
    </message>
    <message>
        <source>This is the first picture.</source>
        <translation>C&apos;est la première image.</translation>
    </message>
    <message>
        <source>This is the last picture.</source>
        <translation>C&apos;est la dernière image.</translation>
    </message>
    <message>
        <source>Nothing is analyzed just now.</source>
        <translation>Rien n&apos;est analysé en ce moment.</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>The new pictures stand behind those that were open: {n}.</source>
        <translation>Les nouvelles images sont derrière celles déjà ouvertes&#xa0;: {n}.</translation>
    </message>
    <message>
        <source>Close Those</source>
        <translation>Fermer celles-ci</translation>
    </message>
    <message>
        <source>Start the camera, or open pictures or a video. Files can be dropped here.</source>
        <translation>Démarrez la caméra, ou ouvrez des images ou une vidéo. Vous pouvez déposer des fichiers ici.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>Dé&amp;marrer</translation>
    </message>
    <message>
        <source>C&amp;lose Video</source>
        <translation>&amp;Fermer la vidéo</translation>
    </message>
    <message>
        <source>No pictures and no video are open.</source>
        <translation>Aucune image ni vidéo n&apos;est ouverte.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Nothing runs that could be paused.</source>
        <translation>Rien ne tourne qui puisse être mis en pause.</translation>
    </message>
    <message>
        <source>Pictures are open; close them to go on live.</source>
        <translation>Des images sont ouvertes ; fermez-les pour revenir au direct.</translation>
    </message>
    <message>
        <source>A video is held by Pause, and left by Close Video.</source>
        <translation>Une vidéo s&apos;arrête avec Pause et se quitte avec Fermer la vidéo.</translation>
    </message>
    <message>
        <source>{name}: no picture</source>
        <translation>{name}&#xa0;: aucune image</translation>
    </message>
    <message>
        <source>{name}: black picture</source>
        <translation>{name} : image noire</translation>
    </message>
    <message>
        <source>{name}: the picture stands still</source>
        <translation>{name} : l’image est figée</translation>
    </message>
    <message>
        <source>Paused: {name}</source>
        <translation>En pause : {name}</translation>
    </message>
    <message>
        <source>On, picture paused: {name}</source>
        <translation>Active, image en pause : {name}</translation>
    </message>
    <message>
        <source>Camera on: {name}</source>
        <translation>Caméra allumée&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Playing: {name}</source>
        <translation>Lecture&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Stream on: {name}</source>
        <translation>Flux allumé&#xa0;: {name}</translation>
    </message>
    <message>
        <source>At the end: {name}</source>
        <translation>À la fin : {name}</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>Caméra éteinte</translation>
    </message>
    <message>
        <source>Stopped: {name}</source>
        <translation>À l’arrêt&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation>Recherche de caméras…</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Rien n’est ouvert</translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>Probabilities of the eight expressions</source>
        <translation>Probabilités des huit expressions</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>{done} of {total} pictures</source>
        <translation>{done} sur {total} images</translation>
    </message>
    <message>
        <source>{done} of 1 picture</source>
        <translation>{done} sur 1 image</translation>
    </message>
    <message>
        <source>{words}, stopped</source>
        <translation>{words}, à l’arrêt</translation>
    </message>
    <message>
        <source>{words}, {left}</source>
        <translation>{words}, {left}</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 image</translation>
    </message>
    <message>
        <source>{n} pictures</source>
        <translation>{n} images</translation>
    </message>
    <message>
        <source>{words}, {failed} can&apos;t be read</source>
        <translation>{words}, illisibles&#xa0;: {failed}</translation>
    </message>
    <message>
        <source>about {n} seconds left</source>
        <translation>encore {n} secondes environ</translation>
    </message>
    <message>
        <source>about a minute left</source>
        <translation>encore une minute environ</translation>
    </message>
    <message>
        <source>about {n} minutes left</source>
        <translation>encore {n} minutes environ</translation>
    </message>
    <message>
        <source>about an hour left</source>
        <translation>encore une heure environ</translation>
    </message>
    <message>
        <source>about {n} hours left</source>
        <translation>encore {n} heures environ</translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>Clear This List</source>
        <translation>Vider cette liste</translation>
    </message>
    <message>
        <source>Nothing was opened yet.</source>
        <translation>Rien n’a encore été ouvert.</translation>
    </message>
    <message>
        <source>{file} is not there any more.</source>
        <translation>{file} n’existe plus.</translation>
    </message>
</context>
<context>
    <name>Recording</name>
    <message>
        <source>Marker</source>
        <translation>Marqueur</translation>
    </message>
    <message>
        <source>Note at {time}:</source>
        <translation>Note à {time} :</translation>
    </message>
    <message>
        <source>Marked at {time}</source>
        <translation>Marqué à {time}</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>The recording is erased.</source>
        <translation>L’enregistrement est effacé.</translation>
    </message>
    <message>
        <source>Other files are still in {folder}.</source>
        <translation>D’autres fichiers sont encore dans {folder}.</translation>
    </message>
    <message>
        <source>Only the picture is paused. The recording goes on.</source>
        <translation>Seule l&apos;image est en pause. L&apos;enregistrement continue.</translation>
    </message>
    <message>
        <source>Pause Recording</source>
        <translation>Mettre l&apos;enregistrement en pause</translation>
    </message>
    <message>
        <source>Recording {time}</source>
        <translation>Enregistrement {time}</translation>
    </message>
    <message>
        <source>Recording paused {time}</source>
        <translation>Enregistrement en pause {time}</translation>
    </message>
    <message>
        <source>End &amp;Recording</source>
        <translation>Terminer l’enregi&amp;strement</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Nothing runs that could be recorded. Start the camera first.</source>
        <translation>Rien ne tourne qui puisse être enregistré. Démarrez d&apos;abord la caméra.</translation>
    </message>
    <message>
        <source>Nothing is recorded at this moment.</source>
        <translation>Rien n&apos;est enregistré en ce moment.</translation>
    </message>
    <message>
        <source>Nothing is recorded or sent to other programs at this moment.</source>
        <translation>En ce moment, rien n’est enregistré ni envoyé à d’autres programmes.</translation>
    </message>
    <message>
        <source>What is recorded</source>
        <translation>Ce qui est enregistré</translation>
    </message>
    <message>
        <source>The recording is in {folder}</source>
        <translation>L’enregistrement est dans {folder}</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revoir</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Effacer…</translation>
    </message>
    <message>
        <source>It can be changed before a recording, not in it.</source>
        <translation>Cela se change avant un enregistrement, pas pendant.</translation>
    </message>
    <message>
        <source>It goes with each recording for research, at work and in education.</source>
        <translation>Pour la recherche, au travail et dans l’enseignement, elle accompagne chaque enregistrement.</translation>
    </message>
    <message>
        <source>No video is recorded, so no face is seen.</source>
        <translation>Aucune vidéo n&apos;est enregistrée, donc aucun visage n&apos;est visible.</translation>
    </message>
    <message>
        <source>Participant and Session</source>
        <translation>Participant et session</translation>
    </message>
    <message>
        <source>&amp;Participant</source>
        <translation>&amp;Participant</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation>&amp;Session</translation>
    </message>
    <message>
        <source>Both go into the name of the session&apos;s folder and into session.json. A pseudonym is enough. They are forgotten when the program ends.</source>
        <translation>Les deux vont dans le nom du dossier de la session et dans session.json. Un pseudonyme suffit. Ils sont oubliés à la fermeture du programme.</translation>
    </message>
    <message>
        <source>A camera films my face, and a program on this computer guesses which expression it shows. It does not know what I feel, and it can be wrong.

Kept are figures about my face and the time and, only if I was told so, the video. Everything stays on this computer unless I am asked again.

What it is for: …
Who sees it, and until when it is kept: …

Taking part is my own choice. I can stop at any time without a reason and without any disadvantage, see what was recorded, and have it erased.</source>
        <translation>Une caméra filme mon visage, et un programme de cet ordinateur devine quelle expression il montre. Il ne sait pas ce que je ressens, et il peut se tromper.

Sont conservées des valeurs sur mon visage et l’heure et, seulement si on me l’a dit, la vidéo. Tout reste sur cet ordinateur tant qu’on ne me le demande pas à nouveau.

À quoi cela sert : …
Qui le voit, et jusqu’à quand c’est conservé : …

Je participe de mon plein gré. Je peux arrêter à tout moment, sans raison et sans aucun inconvénient, voir ce qui a été enregistré et le faire effacer.</translation>
    </message>
    <message>
        <source>Consent Sheet</source>
        <translation>Feuille de consentement</translation>
    </message>
    <message>
        <source>Write what people agree to.</source>
        <translation>Écrivez à quoi les personnes consentent.</translation>
    </message>
    <message>
        <source>Write who agrees.</source>
        <translation>Écrivez qui consent.</translation>
    </message>
    <message>
        <source>Tick that they have read it and agree.</source>
        <translation>Cochez qu’elles l’ont lu et consentent.</translation>
    </message>
    <message>
        <source>Give this to the people who are recorded, or read it to them. It is kept beside the recording as consent.json, and erased with it. Write down what it is for; a study&apos;s own text may stand here instead.</source>
        <translation>Donnez ceci à lire aux personnes enregistrées, ou lisez-le-leur. C’est conservé à côté de l’enregistrement sous le nom consent.json et effacé avec lui. Écrivez à quoi cela sert ; le texte propre à une étude peut le remplacer.</translation>
    </message>
    <message>
        <source>Text of the consent</source>
        <translation>Texte du consentement</translation>
    </message>
    <message>
        <source>&amp;Who agrees (names or pseudonyms, with commas between)</source>
        <translation>&amp;Qui consent (noms ou pseudonymes, séparés par des virgules)</translation>
    </message>
    <message>
        <source>They have &amp;read this, or heard it, and agree</source>
        <translation>Ils l’ont &amp;lu ou entendu et y consentent</translation>
    </message>
    <message>
        <source>R&amp;ecord</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>not measured</source>
        <translation>non mesuré</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>exclu</translation>
    </message>
    <message>
        <source>The session is kept in {folder}</source>
        <translation>La session est dans {folder}</translation>
    </message>
    <message>
        <source>The analysis of {name} is not kept yet.</source>
        <translation>L&apos;analyse de {name} n&apos;est pas encore conservée.</translation>
    </message>
    <message>
        <source>Open Session</source>
        <translation>Ouvrir une session</translation>
    </message>
    <message>
        <source>{folder} holds no session. Choose a folder with the file session.json.</source>
        <translation>{folder} ne contient aucune session. Choisissez un dossier avec le fichier session.json.</translation>
    </message>
    <message>
        <source>There is no video to show. The timeline shows what was found.</source>
        <translation>Il n’y a pas de vidéo à montrer. La frise montre ce qui a été trouvé.</translation>
    </message>
    <message>
        <source>The video has no picture of this moment.</source>
        <translation>La vidéo n’a pas d’image de ce moment.</translation>
    </message>
    <message>
        <source>How the face looked</source>
        <translation>L’air du visage</translation>
    </message>
    <message>
        <source>Transitions</source>
        <translation>Transitions</translation>
    </message>
    <message>
        <source>Table of expressions</source>
        <translation>Tableau des expressions</translation>
    </message>
    <message>
        <source>Table of transitions</source>
        <translation>Tableau des transitions</translation>
    </message>
    <message>
        <source>Copy Fi&amp;gures</source>
        <translation>Copier les &amp;chiffres</translation>
    </message>
    <message>
        <source>Ranges that are left out of these figures: {n}.</source>
        <translation>Intervalles exclus de ces chiffres : {n}.</translation>
    </message>
    <message>
        <source>No transitions</source>
        <translation>Aucune transition</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Calcul en cours…</translation>
    </message>
    <message>
        <source>No face was found.</source>
        <translation>Aucun visage n’a été trouvé.</translation>
    </message>
    <message>
        <source>Guesses about the expressions that were shown, not about feelings.</source>
        <translation>Des suppositions sur les expressions montrées, non sur les sentiments.</translation>
    </message>
    <message>
        <source>Review: {name}</source>
        <translation>Relecture : {name}</translation>
    </message>
    <message>
        <source>The video is shown when all of it is analyzed.</source>
        <translation>La vidéo s&apos;affiche quand elle est entièrement analysée.</translation>
    </message>
    <message>
        <source>The analysis of {name} is not finished. Until the program ends it can go on: open the video again.</source>
        <translation>L&apos;analyse de {name} n&apos;est pas terminée. Jusqu&apos;à la fin du programme, elle peut continuer : ouvrez de nouveau la vidéo.</translation>
    </message>
    <message>
        <source>Stop Analysis</source>
        <translation>Arrêter l&apos;analyse</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Its video is said to be {file}, outside of this session&apos;s folder.</source>
        <translation>Sa vidéo serait {file}, qui se trouve hors du dossier de cette session.</translation>
    </message>
    <message>
        <source>Show Video</source>
        <translation>Afficher la vidéo</translation>
    </message>
    <message>
        <source>&amp;Face</source>
        <translation>&amp;Visage</translation>
    </message>
    <message>
        <source>Face whose timeline is shown</source>
        <translation>Visage dont la frise est montrée</translation>
    </message>
    <message>
        <source>&amp;Keep as Session</source>
        <translation>&amp;Garder comme session</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <source>The session is still being read.</source>
        <translation>La session est encore en cours de lecture.</translation>
    </message>
    <message>
        <source>There is only one face.</source>
        <translation>Il n’y a qu’un visage.</translation>
    </message>
    <message>
        <source>This session can&apos;t be shown.</source>
        <translation>Cette session ne peut pas être montrée.</translation>
    </message>
    <message>
        <source>The session is shown when all of it is read.</source>
        <translation>La session s’affichera une fois lue en entier.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>the face is not seen</source>
        <translation>le visage n’est pas visible</translation>
    </message>
    <message>
        <source>looks like {name}, strongest {percent}</source>
        <translation>ressemble à : {name}, valeur maximale {percent}</translation>
    </message>
    <message>
        <source>length {length}, faces: {n_faces}, frames: {n_frames}</source>
        <translation>durée {length}, visages : {n_faces}, images : {n_frames}</translation>
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
        <translation>Expression</translation>
    </message>
    <message>
        <source>Share of time</source>
        <translation>Part du temps</translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation>Épisodes</translation>
    </message>
    <message>
        <source>Mean length</source>
        <translation>Durée moyenne</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Le plus long</translation>
    </message>
    <message>
        <source>Lost frames</source>
        <translation>Images perdues</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Vers</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Combien de fois</translation>
    </message>
    <message>
        <source>Valence: mean {mean}, spread {spread}. Lost frames: {lost} of {n}.</source>
        <translation>Valence : moyenne {mean}, dispersion {spread}. Images perdues : {lost} sur {n}.</translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation>Visage {number}</translation>
    </message>
    <message>
        <source>{n} read</source>
        <translation>{n} lues</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} sur {total}</translation>
    </message>
</context>
<context>
    <name>ReviewRanges</name>
    <message>
        <source>Reason, if you like</source>
        <translation>Raison, si vous le souhaitez</translation>
    </message>
    <message>
        <source>Reason for leaving the range out</source>
        <translation>Raison d’exclure l’intervalle</translation>
    </message>
    <message>
        <source>&amp;Leave Out</source>
        <translation>&amp;Exclure</translation>
    </message>
    <message>
        <source>&amp;Count Again</source>
        <translation>Co&amp;mpter à nouveau</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Click first on a range that is left out.</source>
        <translation>Cliquez d’abord sur une plage exclue.</translation>
    </message>
    <message>
        <source>Nothing was left out or counted again yet.</source>
        <translation>Rien n’a encore été exclu ni compté de nouveau.</translation>
    </message>
    <message>
        <source>Left out: {start} to {end}. {reason}</source>
        <translation>Exclu : de {start} à {end}. {reason}</translation>
    </message>
    <message>
        <source>Selected: {start} to {end}</source>
        <translation>Choisi : de {start} à {end}</translation>
    </message>
    <message>
        <source>Ranges left out of the figures: {n}, {length} s together</source>
        <translation>Intervalles exclus des chiffres : {n}, {length} s en tout</translation>
    </message>
    <message>
        <source>Drag over the timeline, or press I and O, to select a range.</source>
        <translation>Faites glisser sur la frise, ou appuyez sur I et O, pour choisir un intervalle.</translation>
    </message>
</context>
<context>
    <name>ReviewTimeline</name>
    <message>
        <source>Timeline of the session</source>
        <translation>Frise de la session</translation>
    </message>
    <message>
        <source>Click: go there. Drag: select a range. Wheel: zoom; with Shift: move.</source>
        <translation>Clic : y aller. Glisser : choisir un intervalle. Molette : zoomer ; avec Maj : déplacer.</translation>
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
        <translation>Lire</translation>
    </message>
    <message>
        <source>A frame back</source>
        <translation>Une image en arrière</translation>
    </message>
    <message>
        <source>A frame on</source>
        <translation>Une image en avant</translation>
    </message>
    <message>
        <source>Previous marker</source>
        <translation>Marqueur précédent</translation>
    </message>
    <message>
        <source>Next marker</source>
        <translation>Marqueur suivant</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>Au début</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>À la fin</translation>
    </message>
    <message>
        <source>It has no markers.</source>
        <translation>Elle n’a pas de marqueurs.</translation>
    </message>
    <message>
        <source>Moment of the session</source>
        <translation>Moment de la session</translation>
    </message>
    <message>
        <source>{now} of {whole}</source>
        <translation>{now} sur {whole}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>S&amp;how the First Page</source>
        <translation>Afficher la page de &amp;bienvenue</translation>
    </message>
    <message>
        <source>&amp;Reset to Defaults</source>
        <translation>&amp;Réinitialiser</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>Im&amp;porter…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>All settings are as at the first start.</source>
        <translation>Tous les paramètres sont ceux du premier démarrage.</translation>
    </message>
    <message>
        <source>Export Settings</source>
        <translation>Exporter les paramètres</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>Paramètres (*.json)</translation>
    </message>
    <message>
        <source>The settings are in {name}.</source>
        <translation>Les paramètres sont dans {name}.</translation>
    </message>
    <message>
        <source>Import Settings</source>
        <translation>Importer des paramètres</translation>
    </message>
    <message>
        <source>The settings of {name} are used now.</source>
        <translation>Les paramètres de {name} sont maintenant utilisés.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;Général</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Langue&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Thème&#xa0;:</translation>
    </message>
    <message>
        <source>Less &amp;motion</source>
        <translation>Réduire les ani&amp;mations</translation>
    </message>
    <message>
        <source>No flash, and fewer steps of the timeline.</source>
        <translation>Pas de flash, et une chronologie mise à jour moins souvent.</translation>
    </message>
    <message>
        <source>T&amp;ell results to screen readers</source>
        <translation>Annoncer les résultats aux l&amp;ecteurs d’écran</translation>
    </message>
    <message>
        <source>When the result changes, at most once a second.</source>
        <translation>Quand le résultat change, au plus une fois par seconde.</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Mirror cameras</source>
        <translation>Caméras en &amp;miroir</translation>
    </message>
    <message>
        <source>As people know themselves. Only on the screen, never in files.</source>
        <translation>Comme on a l’habitude de se voir. À l’écran seulement, jamais dans les fichiers.</translation>
    </message>
    <message>
        <source>&amp;Boxes around faces</source>
        <translation>&amp;Cadres autour des visages</translation>
    </message>
    <message>
        <source>&amp;Labels beside faces</source>
        <translation>É&amp;tiquettes à côté des visages</translation>
    </message>
    <message>
        <source>P&amp;ercentages behind labels</source>
        <translation>P&amp;ourcentages après les étiquettes</translation>
    </message>
    <message>
        <source>&amp;Numbers, where there are several faces</source>
        <translation>&amp;Numéros s’il y a plusieurs visages</translation>
    </message>
    <message>
        <source>Bar&amp;s of the strongest probabilities</source>
        <translation>&amp;Barres des probabilités les plus fortes</translation>
    </message>
    <message>
        <source>Si&amp;ze of the overlay:</source>
        <translation>Tai&amp;lle des annotations&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Opacity of the overlay:</source>
        <translation>Opacité &amp;des annotations&#xa0;:</translation>
    </message>
    <message>
        <source>Si&amp;de panel</source>
        <translation>Pannea&amp;u latéral</translation>
    </message>
    <message>
        <source>&amp;Timeline shows:</source>
        <translation>Durée de la c&amp;hronologie&#xa0;:</translation>
    </message>
    <message>
        <source>10 seconds</source>
        <translation>10 secondes</translation>
    </message>
    <message>
        <source>30 seconds</source>
        <translation>30 secondes</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 minute</translation>
    </message>
    <message>
        <source>2 minutes</source>
        <translation>2 minutes</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 minutes</translation>
    </message>
    <message>
        <source>&amp;Analysis</source>
        <translation>Anal&amp;yse</translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation>&amp;Modèle&#xa0;:</translation>
    </message>
    <message>
        <source>Names the expressions. The Model menu adds one of your own.</source>
        <translation>Nomme les expressions. Le menu Modèle permet d’ajouter le vôtre.</translation>
    </message>
    <message>
        <source>E&amp;ngine:</source>
        <translation>M&amp;oteur&#xa0;:</translation>
    </message>
    <message>
        <source>What computes the model. LiteRT starts at once.</source>
        <translation>Ce qui calcule le modèle. LiteRT démarre tout de suite.</translation>
    </message>
    <message>
        <source>&amp;Least confidence:</source>
        <translation>&amp;Confiance minimale&#xa0;:</translation>
    </message>
    <message>
        <source>Below it the result is “not sure”.</source>
        <translation>En dessous, le résultat est «&#xa0;incertain&#xa0;».</translation>
    </message>
    <message>
        <source>The m&amp;odel&apos;s own</source>
        <translation>&amp;Valeur du modèle</translation>
    </message>
    <message>
        <source>&amp;Smoothing:</source>
        <translation>&amp;Lissage&#xa0;:</translation>
    </message>
    <message>
        <source>More is steadier, less is quicker; 0 is off.</source>
        <translation>Élevé&#xa0;: plus stable&#xa0;; faible&#xa0;: plus réactif&#xa0;; 0&#xa0;: désactivé.</translation>
    </message>
    <message>
        <source>&amp;Hold a lost face:</source>
        <translation>Garder un visage per&amp;du&#xa0;:</translation>
    </message>
    <message>
        <source>So long it stays where it was seen last.</source>
        <translation>Durée pendant laquelle il reste là où il a été vu en dernier.</translation>
    </message>
    <message>
        <source>Search &amp;for faces:</source>
        <translation>Rec&amp;herche de visages&#xa0;:</translation>
    </message>
    <message>
        <source>Search in vid&amp;eo files:</source>
        <translation>Recherche dans le&amp;s fichiers vidéo&#xa0;:</translation>
    </message>
    <message>
        <source>Snapshots &amp;folder:</source>
        <translation>&amp;Dossier des instantanés&#xa0;:</translation>
    </message>
    <message>
        <source>Recor&amp;dings folder:</source>
        <translation>Dossier des &amp;enregistrements&#xa0;:</translation>
    </message>
    <message>
        <source>Begin each &amp;with a consent sheet</source>
        <translation>Commencer chacun par une feuille de conse&amp;ntement</translation>
    </message>
    <message>
        <source>Of files that are analyzed for review. Less is quicker.</source>
        <translation>Des fichiers analysés pour être revus. Moins est plus rapide.</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Rapide</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Équilibrée</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>Approfondie</translation>
    </message>
    <message>
        <source>Smalles&amp;t face:</source>
        <translation>Plus p&amp;etit visage&#xa0;:</translation>
    </message>
    <message>
        <source>Of the picture&apos;s longer side, in live video. More is quicker.</source>
        <translation>Par rapport au grand côté de l’image, en direct. Une valeur élevée accélère.</translation>
    </message>
    <message>
        <source>As small as can be found</source>
        <translation>Le plus petit détectable</translation>
    </message>
    <message>
        <source>&amp;Detector:</source>
        <translation>Dé&amp;tecteur&#xa0;:</translation>
    </message>
    <message>
        <source>Haar cascades, built in</source>
        <translation>Cascades de Haar, intégrées</translation>
    </message>
    <message>
        <source>YuNet, from your file</source>
        <translation>YuNet, depuis votre fichier</translation>
    </message>
    <message>
        <source>&amp;YuNet&apos;s file:</source>
        <translation>Fichier de Yu&amp;Net&#xa0;:</translation>
    </message>
    <message>
        <source>An ONNX file of your own; none is brought along.</source>
        <translation>Un fichier ONNX à vous&#xa0;; aucun n’est fourni.</translation>
    </message>
    <message>
        <source>Sna&amp;pshots, Recordings</source>
        <translation>&amp;Instantanés, enregistrements</translation>
    </message>
    <message>
        <source>Each recording is a folder of its own there.</source>
        <translation>Chaque enregistrement y est un dossier à part.</translation>
    </message>
    <message>
        <source>Record the picture too, as a vid&amp;eo</source>
        <translation>Enregistrer aussi l’image, en &amp;vidéo</translation>
    </message>
    <message>
        <source>Else only figures are recorded, and no picture at all.</source>
        <translation>Sinon, seules des valeurs sont enregistrées, et aucune image.</translation>
    </message>
    <message>
        <source>&amp;Blur faces in the video</source>
        <translation>Flo&amp;uter les visages dans la vidéo</translation>
    </message>
    <message>
        <source>A face that is not found is not blurred.</source>
        <translation>Un visage qui n’est pas trouvé n’est pas flouté.</translation>
    </message>
    <message>
        <source>Figures of the c&amp;hosen face only</source>
        <translation>Valeurs du visage &amp;choisi seulement</translation>
    </message>
    <message>
        <source>That is the one that you clicked; without a click the largest.</source>
        <translation>C’est celui sur lequel vous avez cliqué ; sans clic, le plus grand.</translation>
    </message>
    <message>
        <source>Text, who agrees and when are kept beside the recording. For research, and at work or in education, it is always asked for.</source>
        <translation>Le texte, qui consent et quand sont conservés à côté de l’enregistrement. Pour la recherche, au travail ou dans l’enseignement, c’est toujours demandé.</translation>
    </message>
    <message>
        <source>Live o&amp;utput</source>
        <translation>Sortie en direct (&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Lab Streaming Layer</source>
        <translation>&amp;Lab Streaming Layer</translation>
    </message>
    <message>
        <source>Probabilities and valence of each face, as streams in a lab.</source>
        <translation>Probabilités et valence de chaque visage, en flux dans un laboratoire.</translation>
    </message>
    <message>
        <source>&amp;OSC, to port 9000</source>
        <translation>&amp;OSC, vers le port 9000</translation>
    </message>
    <message>
        <source>For programs of music, light and stage.</source>
        <translation>Pour les programmes de musique, de lumière et de scène.</translation>
    </message>
    <message>
        <source>&amp;WebSocket, on port 8765</source>
        <translation>&amp;WebSocket, sur le port 8765</translation>
    </message>
    <message>
        <source>JSON for programs of your own; http://127.0.0.1:8765 shows it in a browser. All three stay on this computer and need the extra &apos;live&apos;.</source>
        <translation>JSON pour vos propres programmes ; http://127.0.0.1:8765 le montre dans un navigateur. Les trois restent sur cet ordinateur et demandent l’extra &apos;live&apos;.</translation>
    </message>
    <message>
        <source>It is made with the first snapshot.</source>
        <translation>Il est créé avec le premier instantané.</translation>
    </message>
    <message>
        <source>With the &amp;overlay</source>
        <translation>Avec les annotati&amp;ons</translation>
    </message>
    <message>
        <source>With a &amp;sound</source>
        <translation>Avec un &amp;son</translation>
    </message>
    <message>
        <source>With a f&amp;lash</source>
        <translation>Avec un f&amp;lash</translation>
    </message>
    <message>
        <source>Not while there is to be less motion.</source>
        <translation>Sauf si les animations sont réduites.</translation>
    </message>
    <message>
        <source>Self-&amp;timer:</source>
        <translation>Re&amp;tardateur&#xa0;:</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Ce fichier n’existe pas.</translation>
    </message>
    <message>
        <source>The detector YuNet needs its file.</source>
        <translation>Le détecteur YuNet a besoin de son fichier.</translation>
    </message>
    <message>
        <source>YuNet needs its file; choose it below.</source>
        <translation>YuNet a besoin de son fichier&#xa0;; choisissez-le ci-dessous.</translation>
    </message>
    <message>
        <source>Give the whole path, from the top folder on.</source>
        <translation>Indiquez le chemin complet, depuis la racine.</translation>
    </message>
    <message>
        <source>This is a file, not a folder.</source>
        <translation>C’est un fichier, pas un dossier.</translation>
    </message>
    <message>
        <source>Untick the box beside it to choose a number.</source>
        <translation>Décochez la case à côté pour choisir un nombre.</translation>
    </message>
</context>
<context>
    <name>SettingsMenu</name>
    <message>
        <source>Some settings could not be read and were reset: {note}</source>
        <translation>Certains paramètres étaient illisibles et ont été réinitialisés&#xa0;: {note}</translation>
    </message>
    <message>
        <source>There are {n} such notes; the log file has them all.</source>
        <translation>Il y a {n} remarques de ce type&#xa0;; elles sont toutes dans le journal.</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Paramètres…</translation>
    </message>
</context>
<context>
    <name>Snapshots</name>
    <message>
        <source>There is no picture to keep yet.</source>
        <translation>Aucune image à enregistrer pour l’instant.</translation>
    </message>
    <message>
        <source>Kept as {name} in {folder}</source>
        <translation>Enregistré sous {name} dans {folder}</translation>
    </message>
    <message>
        <source>{name} can&apos;t be deleted ({reason}).</source>
        <translation>Impossible de supprimer {name} ({reason}).</translation>
    </message>
    <message>
        <source>{name} is deleted again</source>
        <translation>{name} a été supprimé</translation>
    </message>
    <message>
        <source>No snapshot was taken yet.</source>
        <translation>Aucun instantané n&apos;a encore été pris.</translation>
    </message>
    <message>
        <source>There is no picture to copy yet.</source>
        <translation>Aucune image à copier pour l’instant.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Image copiée</translation>
    </message>
    <message>
        <source>Save Picture</source>
        <translation>Enregistrer l’image</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg)</source>
        <translation>Images (*.png *.jpg)</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>{name} enregistré</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>{rate} frames/s    latency {latency} ms    {dropped} dropped</source>
        <translation>{rate} images/s    latence {latency} ms    {dropped} perdues</translation>
    </message>
    <message>
        <source>Model {model}, engine {engine}</source>
        <translation>Modèle {model}, moteur {engine}</translation>
    </message>
</context>
<context>
    <name>Stream</name>
    <message>
        <source>Write the address of the stream.</source>
        <translation>Saisissez l’adresse du flux.</translation>
    </message>
    <message>
        <source>An address begins with rtsp://, rtsps://, http:// or https://.</source>
        <translation>Une adresse commence par rtsp://, rtsps://, http:// ou https://.</translation>
    </message>
    <message>
        <source>The address names no computer, such as 192.168.1.20.</source>
        <translation>L’adresse n’indique aucun ordinateur, par exemple 192.168.1.20.</translation>
    </message>
    <message>
        <source>What stands behind the colon is no port: a number from 1 to 65535.</source>
        <translation>Après les deux-points, il n’y a pas de port&#xa0;: un nombre de 1 à 65535.</translation>
    </message>
    <message>
        <source>An address has no spaces.</source>
        <translation>Une adresse n’a pas d’espaces.</translation>
    </message>
    <message>
        <source>Open Stream</source>
        <translation>Ouvrir un flux</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Utilisateur&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Mot de passe&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Remember the password</source>
        <translation>&amp;Retenir le mot de passe</translation>
    </message>
    <message>
        <source>It is kept in the keyring of this system.</source>
        <translation>Il est gardé dans le trousseau de ce système.</translation>
    </message>
    <message>
        <source>There is no keyring that this program can use, so no password is kept.</source>
        <translation>Aucun trousseau n’est utilisable par ce programme&#xa0;; aucun mot de passe n’est gardé.</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Vérifier</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Looking for a picture…</source>
        <translation>Recherche d’une image…</translation>
    </message>
    <message>
        <source>There is a picture of {width} x {height} pixels.</source>
        <translation>Il y a une image de {width} x {height} pixels.</translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>Keep the faces that you correct on this computer?

Of each face that you name are kept: the face cut out of its picture, your label, what the model said, the name of the picture, video or camera, the person if you write one, and the time. Nothing else is kept, and nothing leaves this computer.

Pictures of faces are personal data. Correct only faces of people who have agreed to it, tell them what it is for, and erase what is not needed any more: Model &gt; Corrections shows, exports and erases everything.</source>
        <translation>Conserver sur cet ordinateur les visages que vous corrigez ?

De chaque visage que vous nommez sont conservés : le visage découpé dans son image, votre étiquette, ce que le modèle a dit, le nom de l’image, de la vidéo ou de la caméra, la personne si vous l’indiquez, et l’heure. Rien d’autre n’est conservé, et rien ne quitte cet ordinateur.

Les images de visages sont des données personnelles. Ne corrigez que les visages de personnes qui y ont consenti, dites-leur à quoi cela sert, et effacez ce qui n’est plus nécessaire : Modèle &gt; Corrections montre, exporte et efface tout.</translation>
    </message>
    <message>
        <source>Keep Corrections</source>
        <translation>Conserver les corrections</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Erase the only correction? It can&apos;t be brought back.</source>
        <translation>Effacer l’unique correction ? Elle ne pourra pas être récupérée.</translation>
    </message>
    <message>
        <source>Erase all {n} corrections? They can&apos;t be brought back.</source>
        <translation>Effacer les {n} corrections ? Elles ne pourront pas être récupérées.</translation>
    </message>
    <message>
        <source>Erase Corrections</source>
        <translation>Effacer les corrections</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Remove the model {name}? Its folder is deleted.</source>
        <translation>Supprimer le modèle {name} ? Son dossier est effacé.</translation>
    </message>
    <message>
        <source>Remove Taught Model</source>
        <translation>Supprimer le modèle instruit</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>There is no face to name here, or none was found yet.</source>
        <translation>Aucun visage à nommer ici, ou aucun n’a encore été trouvé.</translation>
    </message>
    <message>
        <source>Kept: {label} (the model said {said}). {n} in all.</source>
        <translation>Conservé : {label} (le modèle disait {said}). {n} en tout.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Il n’y a rien à annuler.</translation>
    </message>
    <message>
        <source>Undone: {label}. {n} in all.</source>
        <translation>Annulé : {label}. {n} en tout.</translation>
    </message>
    <message>
        <source>Correcting</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undo the last correction ({key})</source>
        <translation>Annuler la dernière correction ({key})</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>if you like</source>
        <translation>facultatif</translation>
    </message>
    <message>
        <source>What does this face really look like?</source>
        <translation>Que montre vraiment ce visage ?</translation>
    </message>
    <message>
        <source>Faces of one person are held back together when a model is judged.</source>
        <translation>Les visages d’une même personne sont mis de côté ensemble quand un modèle est jugé.</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Corrections</translation>
    </message>
    <message>
        <source>Named faces</source>
        <translation>Visages nommés</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Ressemble à</translation>
    </message>
    <message>
        <source>The model said</source>
        <translation>Le modèle disait</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <source>Erase &amp;All…</source>
        <translation>&amp;Tout effacer…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>{n} corrections, in {folder}. They never leave this computer by themselves.</source>
        <translation>{n} corrections, dans {folder}. Elles ne quittent jamais cet ordinateur d’elles-mêmes.</translation>
    </message>
    <message>
        <source>1 correction, in {folder}. It never leaves this computer by itself.</source>
        <translation>1 correction, dans {folder}. Elle ne quitte jamais cet ordinateur d’elle-même.</translation>
    </message>
    <message>
        <source>None yet. Model &gt; Correct Expressions (C) switches the keys 1 to 8 on, with which you say what a face really looks like. They would be kept in {folder}.</source>
        <translation>Aucun pour l’instant. Modèle &gt; Corriger les expressions (C) active les touches 1 à 8, avec lesquelles vous dites à quoi un visage ressemble vraiment. Ils seraient conservés dans {folder}.</translation>
    </message>
    <message>
        <source>There are no named faces yet.</source>
        <translation>Il n’y a pas encore de visages nommés.</translation>
    </message>
    <message>
        <source>Choose faces in the list.</source>
        <translation>Choisissez des visages dans la liste.</translation>
    </message>
    <message>
        <source>Nothing was removed yet.</source>
        <translation>Rien n’a encore été supprimé.</translation>
    </message>
    <message>
        <source>Export Corrections to an Empty Folder</source>
        <translation>Exporter les corrections vers un dossier vide</translation>
    </message>
    <message>
        <source>1 face is in {folder}, in a folder named after its expression.</source>
        <translation>1 visage est dans {folder}, dans un dossier qui porte le nom de son expression.</translation>
    </message>
    <message>
        <source>{n} faces are in {folder}, one folder for each expression.</source>
        <translation>{n} visages sont dans {folder}, un dossier par expression.</translation>
    </message>
    <message>
        <source>My corrections</source>
        <translation>Mes corrections</translation>
    </message>
    <message>
        <source>Choose a folder of labelled pictures first.</source>
        <translation>Choisissez d’abord un dossier d’images étiquetées.</translation>
    </message>
    <message>
        <source>There are no corrections yet. Model &gt; Correct Expressions (C) makes them.</source>
        <translation>Il n’y a pas encore de corrections. Modèle &gt; Corriger les expressions (C) en fait.</translation>
    </message>
    <message>
        <source>My corrections ({n})</source>
        <translation>Mes corrections ({n})</translation>
    </message>
    <message>
        <source>A folder of labelled pictures</source>
        <translation>Un dossier d’images étiquetées</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Its pictures are faces that are cut out already</source>
        <translation>Ses images sont des visages déjà découpés</translation>
    </message>
    <message>
        <source>One folder inside for each expression, named in English: anger, contempt, disgust, fear, happiness, neutral, sadness, surprise. FER+ is known too.</source>
        <translation>Dedans, un dossier par expression, nommé en anglais : anger, contempt, disgust, fear, happiness, neutral, sadness, surprise. FER+ est connu aussi.</translation>
    </message>
    <message>
        <source>Folder of Labelled Pictures</source>
        <translation>Dossier d’images étiquetées</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>The last layer is fitted and judged…</source>
        <translation>La dernière couche est ajustée et jugée…</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>Training: {done} of {total} epochs</source>
        <translation>Entraînement : {done} époques sur {total}</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Matrice de confusion</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>aucun visage</translation>
    </message>
    <message>
        <source>The model said: {label}</source>
        <translation>Le modèle disait : {label}</translation>
    </message>
    <message>
        <source>Labelled: {label}</source>
        <translation>Étiqueté : {label}</translation>
    </message>
    <message>
        <source>{n} labelled {truth}, named {said}. A click opens them.</source>
        <translation>{n} étiquetés {truth}, nommés {said}. Un clic les ouvre.</translation>
    </message>
    <message>
        <source>Measure on My Pictures</source>
        <translation>Mesurer sur mes images</translation>
    </message>
    <message>
        <source>&amp;Pictures</source>
        <translation>&amp;Images</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modèle</translation>
    </message>
    <message>
        <source>&amp;Beside it</source>
        <translation>À &amp;côté</translation>
    </message>
    <message>
        <source>Me&amp;asure</source>
        <translation>Mes&amp;urer</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Enregistrer…</translation>
    </message>
    <message>
        <source>Web page (*.html);;JSON (*.json)</source>
        <translation>Page web (*.html);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Save Measurement</source>
        <translation>Enregistrer la mesure</translation>
    </message>
    <message>
        <source>The measurement is in {file}</source>
        <translation>La mesure est dans {file}</translation>
    </message>
    <message>
        <source>It is being measured.</source>
        <translation>La mesure est en cours.</translation>
    </message>
    <message>
        <source>Measure first.</source>
        <translation>Mesurez d’abord.</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Chiffres</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value} ({low} à {high})</translation>
    </message>
    <message>
        <source>Faces of a web search (FER+)</source>
        <translation>Visages d’une recherche web (FER+)</translation>
    </message>
    <message>
        <source>Press photographs of public figures</source>
        <translation>Photos de presse de personnalités publiques</translation>
    </message>
    <message>
        <source>Adults in the USA, posed (CK+)</source>
        <translation>Adultes aux États-Unis, posés (CK+)</translation>
    </message>
    <message>
        <source>Performers in Taiwan, posed</source>
        <translation>Acteurs à Taïwan, posés</translation>
    </message>
    <message>
        <source>What the card of {name} says, by whom it was measured on</source>
        <translation>Ce que dit la fiche de {name}, selon les personnes sur qui il fut mesuré</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Justes</translation>
    </message>
    <message>
        <source>Mean over the expressions</source>
        <translation>Moyenne des expressions</translation>
    </message>
    <message>
        <source>Weak in</source>
        <translation>Faible pour</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Its training pictures hold few children, old people and dark-skinned people, and hardly anybody from the side: expect more mistakes there. Their groups were never measured one by one, for no label tells them.</source>
        <translation>Ses images d’entraînement montrent peu d’enfants, de personnes âgées et de personnes à la peau foncée, et presque personne de profil : attendez-y plus d’erreurs. Ces groupes n’ont jamais été mesurés séparément, car aucune étiquette ne les indique.</translation>
    </message>
    <message>
        <source>Its card does not tell whose faces it learned from.</source>
        <translation>Sa fiche ne dit pas sur quels visages il a appris.</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Fiche du modèle</translation>
    </message>
    <message>
        <source>Pictures: {n}; more that could not be read: {lost}. A click on a cell opens the pictures behind it. The figures hold for these pictures and their labels only; with few pictures of an expression they say little about it.</source>
        <translation>Images : {n} ; autres qui n’ont pas pu être lues : {lost}. Un clic sur une case ouvre les images correspondantes. Les chiffres ne valent que pour ces images et leurs étiquettes ; avec peu d’images d’une expression, ils en disent peu.</translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <translation>Macro-F1</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Incertain</translation>
    </message>
    <message>
        <source>Right where it is sure</source>
        <translation>Justes quand c’est certain</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>Erreur de calibration</translation>
    </message>
    <message>
        <source>Faces found</source>
        <translation>Visages trouvés</translation>
    </message>
    <message>
        <source>Answers with a confidence of 80 % or more: {n}, of which {right} are right.</source>
        <translation>Réponses avec une confiance de 80 % ou plus : {n}, dont {right} sont justes.</translation>
    </message>
    <message>
        <source>Few pictures of: {names}.</source>
        <translation>Peu d’images de : {names}.</translation>
    </message>
    <message>
        <source>The model in use was not taught here.</source>
        <translation>Le modèle utilisé n’a pas été instruit ici.</translation>
    </message>
    <message>
        <source>The model {name} is used from now on; the Model menu switches back.</source>
        <translation>Le modèle {name} est utilisé désormais ; le menu Modèle permet de revenir.</translation>
    </message>
    <message>
        <source>Teach a Model</source>
        <translation>Instruire un modèle</translation>
    </message>
    <message>
        <source>&amp;What learns</source>
        <translation>&amp;Ce qui apprend</translation>
    </message>
    <message>
        <source>The last layer, in seconds</source>
        <translation>La dernière couche, en quelques secondes</translation>
    </message>
    <message>
        <source>The whole network with Keras, in minutes</source>
        <translation>Tout le réseau avec Keras, en quelques minutes</translation>
    </message>
    <message>
        <source>&amp;Find more often</source>
        <translation>&amp;Trouver plus souvent</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>All expressions alike</source>
        <translation>Toutes les expressions de même</translation>
    </message>
    <message>
        <source>All layers of the model learn. A fifth of the pictures of each expression is kept aside and only measured; people in them may be in the others too, so the figures speak for these people. If any expression is found less often by more than {most}, nothing is made.</source>
        <translation>Toutes les couches du modèle apprennent. Un cinquième des images de chaque expression est mis de côté et seulement mesuré ; leurs personnes peuvent aussi être dans les autres, les chiffres valent donc pour ces personnes. Si une expression est trouvée moins souvent de plus de {most}, rien n’est créé.</translation>
    </message>
    <message>
        <source>Only the last layer of the model is taught, near the one it has. Faces are judged by a layer that saw no other picture of the same person or source. If any expression is found less often by more than {most}, nothing is made.</source>
        <translation>Seule la dernière couche du modèle est instruite, près de celle qu’il a. Les visages sont jugés par une couche qui n’a vu aucune autre image de la même personne ou source. Si une expression est trouvée moins souvent, de plus de {most}, rien n’est créé.</translation>
    </message>
    <message>
        <source>A model is being taught.</source>
        <translation>Un modèle est en train d’être instruit.</translation>
    </message>
    <message>
        <source>Where the whole network learns, all expressions count alike.</source>
        <translation>Quand tout le réseau apprend, toutes les expressions comptent autant.</translation>
    </message>
    <message>
        <source>Teach a model first.</source>
        <translation>Instruisez d’abord un modèle.</translation>
    </message>
    <message>
        <source>No model was made.</source>
        <translation>Aucun modèle n’a été créé.</translation>
    </message>
    <message>
        <source>A name begins with a letter or digit; spaces, points, - and _ may follow.</source>
        <translation>Un nom commence par une lettre ou un chiffre ; espaces, points, - et _ peuvent suivre.</translation>
    </message>
    <message>
        <source>&amp;Teach</source>
        <translation>&amp;Instruire</translation>
    </message>
    <message>
        <source>&amp;Keep and Use</source>
        <translation>&amp;Garder et utiliser</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Visages</translation>
    </message>
    <message>
        <source>Found before</source>
        <translation>Trouvés avant</translation>
    </message>
    <message>
        <source>Found after</source>
        <translation>Trouvés après</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Écart</translation>
    </message>
    <message>
        <source>No model was made: at least two expressions need five faces each. Name faces that the model gets right too, so that it does not forget them.</source>
        <translation>Aucun modèle n’a été créé : il faut cinq visages pour au moins deux expressions. Nommez aussi des visages que le modèle reconnaît bien, pour qu’il ne les oublie pas.</translation>
    </message>
    <message>
        <source>No model was made: {needed} faces are needed (found: {found}).</source>
        <translation>Aucun modèle n’a été créé : il faut {needed} visages (trouvés : {found}).</translation>
    </message>
    <message>
        <source>No model was made: {needed} faces of {label} are needed (found: {found}).</source>
        <translation>Aucun modèle n’a été créé : il faut {needed} visages de {label} (trouvés : {found}).</translation>
    </message>
    <message>
        <source>No model was made: faces of {needed} persons or sources are needed to judge it on others (found: {found}).</source>
        <translation>Aucun modèle n’a été créé : il faut des visages de {needed} personnes ou sources pour le juger sur d’autres (trouvées : {found}).</translation>
    </message>
    <message>
        <source>No model was made: {label} would be found less often by {fall}. More faces of it, those that are right too, may help.</source>
        <translation>Aucun modèle n’a été créé : {label} serait trouvé moins souvent, de {fall}. Plus de visages de cette expression, y compris ceux bien reconnus, peuvent aider.</translation>
    </message>
    <message>
        <source>No model was made: it would not be better on the pictures that were kept aside. More pictures may help.</source>
        <translation>Aucun modèle n’a été créé : il ne serait pas meilleur sur les images mises de côté. Davantage d’images peut aider.</translation>
    </message>
    <message>
        <source>No model was made: {label} would not be found more often on other persons. Faces of more persons may help.</source>
        <translation>Aucun modèle n’a été créé : {label} ne serait pas trouvé plus souvent chez d’autres personnes. Des visages de plus de personnes peuvent aider.</translation>
    </message>
    <message>
        <source>No model was made: it would not be better on other persons. Faces of more persons may help.</source>
        <translation>Aucun modèle n’a été créé : il ne serait pas meilleur sur d’autres personnes. Des visages de plus de personnes peuvent aider.</translation>
    </message>
    <message>
        <source>On persons that were held back, the mean over the expressions goes from {before} to {after}: a change of {change} (95 % interval {low} to {high}), with {n} faces of {groups} persons or sources.</source>
        <translation>Sur des personnes mises de côté, la moyenne des expressions passe de {before} à {after} : un écart de {change} (intervalle à 95 % : {low} à {high}), avec {n} visages de {groups} personnes ou sources.</translation>
    </message>
    <message>
        <source>On {n} pictures that were kept aside, the mean over the expressions goes from {before} to {after}.</source>
        <translation>Sur {n} images mises de côté, la moyenne des expressions passe de {before} à {after}.</translation>
    </message>
    <message>
        <source>The whole network is taught by the training workshop, which is only in a checkout of the program&apos;s source, and this program is installed without it. The last layer can be taught here.</source>
        <translation>Tout le réseau apprend dans l’atelier d’entraînement, qui n’existe que dans une copie du code source, et ce programme est installé sans lui. La dernière couche peut être instruite ici.</translation>
    </message>
    <message>
        <source>The whole network is taught with TensorFlow and Keras, which are not installed: the extra &apos;keras&apos; brings them. The last layer can be taught without.</source>
        <translation>Tout le réseau apprend avec TensorFlow et Keras, qui ne sont pas installés : l’extra « keras » les apporte. La dernière couche peut être instruite sans eux.</translation>
    </message>
    <message>
        <source>{name} has no model.keras: only its last layer can be taught.</source>
        <translation>{name} n’a pas de model.keras : seule sa dernière couche peut être instruite.</translation>
    </message>
    <message>
        <source>What the Network Looks At</source>
        <translation>Ce que regarde le réseau</translation>
    </message>
    <message>
        <source>Coloured parts make the answer less sure when they are covered. This says what the answer hangs on, not whether it is right, and nothing about the person.</source>
        <translation>Quand on couvre les parties colorées, la réponse est moins sûre. Cela dit à quoi tient la réponse, non si elle est juste, et rien sur la personne.</translation>
    </message>
    <message>
        <source>There is no face. Start the camera, or open pictures.</source>
        <translation>Il n’y a pas de visage. Démarrez la caméra ou ouvrez des images.</translation>
    </message>
    <message>
        <source>The chosen face is looked at…</source>
        <translation>Le visage choisi est examiné…</translation>
    </message>
    <message>
        <source>What makes this face look like {label}:</source>
        <translation>Ce qui fait ressembler ce visage à {label} :</translation>
    </message>
    <message>
        <source>In force now</source>
        <translation>En vigueur maintenant</translation>
    </message>
    <message>
        <source>Corrected by</source>
        <translation>Corrigé par</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Pour qui</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’à</translation>
    </message>
    <message>
        <source>End &amp;It</source>
        <translation>&amp;Mettre fin</translation>
    </message>
    <message>
        <source>A neutral face corrects only what is shown; raw values stay as the model gave them, in recordings too. The named faces below change nothing until a model is taught with them.</source>
        <translation>Un visage neutre ne corrige que ce qui est montré ; les valeurs brutes restent telles que le modèle les a données, aussi dans les enregistrements. Les visages nommés ci-dessous ne changent rien tant qu’aucun modèle n’est instruit avec eux.</translation>
    </message>
    <message>
        <source>Nothing. A neutral face (Faces &gt; This Is My Neutral Face) corrects one face while it is in the picture; a model that was taught here corrects everybody&apos;s results. The named faces below change nothing until a model is taught with them.</source>
        <translation>Rien. Un visage neutre (Visages &gt; C’est mon visage neutre) corrige un visage tant qu’il est dans l’image ; un modèle instruit ici corrige les résultats de tous. Les visages nommés ci-dessous ne changent rien tant qu’aucun modèle n’est instruit avec eux.</translation>
    </message>
    <message>
        <source>Neutral face (it looked like {what})</source>
        <translation>Visage neutre (il ressemblait à {what})</translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation>Visage {number}</translation>
    </message>
    <message>
        <source>The face leaves the picture, or the source or the model changes</source>
        <translation>Le visage quitte l’image, ou la source ou le modèle change</translation>
    </message>
    <message>
        <source>Taught model {name}</source>
        <translation>Modèle instruit {name}</translation>
    </message>
    <message>
        <source>Everybody; taught with {n} faces of {groups} persons or sources</source>
        <translation>Tous ; instruit avec {n} visages de {groups} personnes ou sources</translation>
    </message>
    <message>
        <source>Another model is chosen</source>
        <translation>Un autre modèle est choisi</translation>
    </message>
    <message>
        <source>Choose a line of the list.</source>
        <translation>Choisissez une ligne de la liste.</translation>
    </message>
    <message>
        <source>Write the address of the cluster&apos;s scheduler first.</source>
        <translation>Écrivez d’abord l’adresse de l’ordonnanceur de la grappe.</translation>
    </message>
    <message>
        <source>On a Dask &amp;cluster:</source>
        <translation>Sur une grappe Das&amp;k :</translation>
    </message>
    <message>
        <source>Address of the scheduler</source>
        <translation>Adresse de l’ordonnanceur</translation>
    </message>
    <message>
        <source>Pictures then leave this computer for the cluster&apos;s machines, which must see the folder under the same path and have the same version of this program. A scheduler runs whatever anyone sends it: use it in a network that you trust.</source>
        <translation>Les images quittent alors cet ordinateur pour les machines de la grappe, qui doivent voir le dossier sous le même chemin et avoir la même version de ce programme. Un ordonnanceur exécute tout ce qu’on lui envoie : utilisez-le dans un réseau de confiance.</translation>
    </message>
    <message>
        <source>{window}: it is not finished, and what was found so far would be lost.</source>
        <translation>{window} : ce n’est pas terminé, et ce qui a été trouvé jusqu’ici serait perdu.</translation>
    </message>
    <message>
        <source>{window}: the result is not kept yet.</source>
        <translation>{window} : le résultat n’est pas encore conservé.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline of the eight expressions</source>
        <translation>Chronologie des huit expressions</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>Time span of the timeline</source>
        <translation>Durée de la chronologie</translation>
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
        <translation>Le visage n’est pas visible en ce moment.</translation>
    </message>
    <message>
        <source>Strongest now: {first} {percent}, then {second} {other}.</source>
        <translation>En tête maintenant&#xa0;: {first} {percent}, puis {second} {other}.</translation>
    </message>
</context>
<context>
    <name>TimelinePlot</name>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
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
        <translation>Aucune vidéo n&apos;est ouverte.</translation>
    </message>
    <message>
        <source>A video plays straight on while it is recorded.</source>
        <translation>Pendant l&apos;enregistrement, une vidéo est lue sans saut.</translation>
    </message>
    <message>
        <source>While a video is recorded, every frame is analyzed.</source>
        <translation>Pendant l&apos;enregistrement d&apos;une vidéo, chaque image est analysée.</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Moment of the video</source>
        <translation>Moment de la vidéo</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Speed: {speed}</source>
        <translation>Vitesse : {speed}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lire</translation>
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
        <translation>Lumière</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Netteté</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>Free View</source>
        <translation>Vue dégagée</translation>
    </message>
    <message>
        <source>Light and Position</source>
        <translation>Lumière et position</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Nothing is shown live. Start the camera first.</source>
        <translation>Rien n&apos;est affiché en direct. Démarrez d&apos;abord la caméra.</translation>
    </message>
    <message>
        <source>No face is seen. Sit before the camera.</source>
        <translation>Aucun visage n&apos;est visible. Placez-vous devant la caméra.</translation>
    </message>
    <message>
        <source>Something can be better:</source>
        <translation>Quelque chose peut être mieux :</translation>
    </message>
    <message>
        <source>All is well: it can be recorded.</source>
        <translation>Tout est bien : l&apos;enregistrement peut commencer.</translation>
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
        <translation>Quitter la mini-vue</translation>
    </message>
    <message>
        <source>Leave Full Screen</source>
        <translation>Quitter le plein écran</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>It names the expression that a face shows: live from a camera, in pictures and in videos.</source>
        <translation>Il nomme l’expression que montre un visage&#xa0;: en direct d’une caméra, dans des images et dans des vidéos.</translation>
    </message>
    <message>
        <source>Everything runs on this computer. No picture leaves it, and none is kept unless you save it.</source>
        <translation>Tout s’exécute sur cet ordinateur. Aucune image ne le quitte, et aucune n’est conservée sans que vous l’enregistriez.</translation>
    </message>
    <message>
        <source>A result is a guess about the expression that is shown, not about what somebody feels. It can be wrong.</source>
        <translation>Un résultat est une supposition sur l’expression montrée, non sur ce que quelqu’un ressent. Il peut être faux.</translation>
    </message>
    <message>
        <source>In the European Union, reading emotions at work or in education is forbidden, except for medical or safety reasons (AI Act, Article 5(1)(f)).</source>
        <translation>Dans l’Union européenne, il est interdit d’inférer les émotions d’une personne sur le lieu de travail ou dans les établissements d’enseignement, sauf pour des raisons médicales ou de sécurité (règlement sur l’IA/AI Act, article 5, paragraphe 1, point f)).</translation>
    </message>
    <message>
        <source>Where it is allowed, the people in the picture must be told that their expressions are analyzed, before it begins (Article 50(3)).</source>
        <translation>Là où c’est autorisé, les personnes à l’image doivent être informées, avant le début, que leurs expressions sont analysées (article 50, paragraphe 3).</translation>
    </message>
    <message>
        <source>Welcome to FER Desktop</source>
        <translation>Bienvenue dans FER Desktop</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Commencer</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Say first what you use it for.</source>
        <translation>Dites d’abord à quoi il vous sert.</translation>
    </message>
    <message>
        <source>For myself: to try it, to learn, to practise</source>
        <translation>Pour moi-même : essayer, apprendre, m’exercer</translation>
    </message>
    <message>
        <source>With people who know of it: art, games, a show</source>
        <translation>Avec des personnes qui le savent : art, jeux, démonstration</translation>
    </message>
    <message>
        <source>Research with people who have agreed to it</source>
        <translation>Recherche avec des personnes qui y ont consenti</translation>
    </message>
    <message>
        <source>At work or in education: employees, applicants, pupils, students</source>
        <translation>Au travail ou dans l’enseignement : salariés, candidats, élèves, étudiants</translation>
    </message>
    <message>
        <source>For medical reasons</source>
        <translation>Pour des raisons médicales</translation>
    </message>
    <message>
        <source>For safety reasons</source>
        <translation>Pour des raisons de sécurité</translation>
    </message>
    <message>
        <source>Outside the European Union, and no result is used in it</source>
        <translation>Hors de l’Union européenne, et aucun résultat n’y est utilisé</translation>
    </message>
    <message>
        <source>“The following AI practices shall be prohibited: […] the placing on the market, the putting into service for this specific purpose, or the use of AI systems to infer emotions of a natural person in the areas of workplace and education institutions, except where the use of the AI system is intended to be put in place or into the market for medical or safety reasons” (Regulation (EU) 2024/1689, Article 5(1)(f)).</source>
        <translation>« Les pratiques en matière d’IA suivantes sont interdites : […] la mise sur le marché, la mise en service à cette fin spécifique ou l’utilisation de systèmes d’IA pour inférer les émotions d’une personne physique sur le lieu de travail et dans les établissements d’enseignement, sauf lorsque l’utilisation du système d’IA est destinée à être mise en place ou mise sur le marché pour des raisons médicales ou de sécurité » (règlement (UE) 2024/1689, article 5, paragraphe 1, point f)).</translation>
    </message>
    <message>
        <source>Where none of these holds it is forbidden, and the program does not start.</source>
        <translation>Si rien de cela ne s’applique, c’est interdit, et le programme ne démarre pas.</translation>
    </message>
    <message>
        <source>What do you use it for?</source>
        <translation>À quoi vous sert-il ?</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>anger</source>
        <translation>colère</translation>
    </message>
    <message>
        <source>contempt</source>
        <translation>mépris</translation>
    </message>
    <message>
        <source>disgust</source>
        <translation>dégoût</translation>
    </message>
    <message>
        <source>fear</source>
        <translation>peur</translation>
    </message>
    <message>
        <source>happiness</source>
        <translation>joie</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>neutre</translation>
    </message>
    <message>
        <source>sadness</source>
        <translation>tristesse</translation>
    </message>
    <message>
        <source>surprise</source>
        <translation>surprise</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>incertain</translation>
    </message>
    <message>
        <source>{name}, {percent}</source>
        <translation>{name}, {percent}</translation>
    </message>
    <message>
        <source>looks like {what}</source>
        <translation>évoque&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Incertain</translation>
    </message>
    <message>
        <source>Face {number}: not sure</source>
        <translation>Visage {number}&#xa0;: incertain</translation>
    </message>
    <message>
        <source>Looks like {name}</source>
        <translation>Évoque&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Face {number} looks like {name}</source>
        <translation>Le visage {number} évoque&#xa0;: {name}</translation>
    </message>
</context>
</TS>
