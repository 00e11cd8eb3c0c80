<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open Images…</source>
        <translation>打开图片(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Open &amp;Video…</source>
        <translation>打开视频(&amp;V)…</translation>
    </message>
    <message>
        <source>Open Sess&amp;ion…</source>
        <translation>打开会话(&amp;I)…</translation>
    </message>
    <message>
        <source>Recordin&amp;gs…</source>
        <translation>录制列表(&amp;G)…</translation>
    </message>
    <message>
        <source>Anal&amp;yze Video for Review…</source>
        <translation>分析视频以供回看(&amp;Y)…</translation>
    </message>
    <message>
        <source>&amp;Analyze Folder into Table…</source>
        <translation>分析文件夹并存为表格(&amp;A)…</translation>
    </message>
    <message>
        <source>E&amp;xport Session…</source>
        <translation>导出会话(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Paste Picture</source>
        <translation>粘贴图片(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Take Snapshot</source>
        <translation>拍摄快照(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo Snapshot</source>
        <translation>撤销快照(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Copy Picture</source>
        <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save Picture As…</source>
        <translation>图片另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>Save Ta&amp;ble…</source>
        <translation>保存表格(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Record Session</source>
        <translation>录制会话(&amp;R)</translation>
    </message>
    <message>
        <source>With &amp;Video</source>
        <translation>包含视频(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Blur Faces in the Video</source>
        <translation>在视频中模糊人脸(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Only the Chosen Face</source>
        <translation>仅限所选人脸(&amp;O)</translation>
    </message>
    <message>
        <source>With a &amp;Consent Sheet</source>
        <translation>附带同意书(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Participant and Session…</source>
        <translation>参与者和会话(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Light and Position…</source>
        <translation>光线与位置(&amp;L)…</translation>
    </message>
    <message>
        <source>Pa&amp;use Recording</source>
        <translation>暂停录制(&amp;U)</translation>
    </message>
    <message>
        <source>Set &amp;Marker…</source>
        <translation>添加标记(&amp;M)…</translation>
    </message>
    <message>
        <source>Mar&amp;k Now</source>
        <translation>立即标记(&amp;K)</translation>
    </message>
    <message>
        <source>C&amp;lose Pictures</source>
        <translation>关闭图片(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>设置(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Demo</source>
        <translation>演示(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>A Frame &amp;Back</source>
        <translation>上一帧(&amp;B)</translation>
    </message>
    <message>
        <source>A Frame &amp;On</source>
        <translation>下一帧(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;5 Seconds Back</source>
        <translation>后退 5 秒(&amp;5)</translation>
    </message>
    <message>
        <source>5 Seconds O&amp;n</source>
        <translation>前进 5 秒(&amp;N)</translation>
    </message>
    <message>
        <source>To the &amp;Start</source>
        <translation>到开头(&amp;S)</translation>
    </message>
    <message>
        <source>To the &amp;End</source>
        <translation>到结尾(&amp;E)</translation>
    </message>
    <message>
        <source>S&amp;lower</source>
        <translation>减慢(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>加快(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Usual Speed</source>
        <translation>常速(&amp;U)</translation>
    </message>
    <message>
        <source>Analyze E&amp;very Frame, However Long It Takes</source>
        <translation>逐帧分析，不论需要多久(&amp;V)</translation>
    </message>
    <message>
        <source>Open Strea&amp;m…</source>
        <translation>打开网络流(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Refresh List</source>
        <translation>刷新列表(&amp;R)</translation>
    </message>
    <message>
        <source>Camera S&amp;ettings…</source>
        <translation>摄像头设置(&amp;E)…</translation>
    </message>
    <message>
        <source>Camera D&amp;octor…</source>
        <translation>摄像头诊断(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Previous Picture</source>
        <translation>上一张图片(&amp;P)</translation>
    </message>
    <message>
        <source>Ne&amp;xt Picture</source>
        <translation>下一张图片(&amp;X)</translation>
    </message>
    <message>
        <source>Next &amp;Face</source>
        <translation>下一张人脸(&amp;F)</translation>
    </message>
    <message>
        <source>This Is My &amp;Neutral Face</source>
        <translation>设为我的中性表情(&amp;N)</translation>
    </message>
    <message>
        <source>Forge&amp;t Neutral Face</source>
        <translation>清除中性表情(&amp;T)</translation>
    </message>
    <message>
        <source>What the Network &amp;Looks At…</source>
        <translation>网络在看什么(&amp;L)…</translation>
    </message>
    <message>
        <source>Table &amp;of Faces</source>
        <translation>人脸列表(&amp;O)</translation>
    </message>
    <message>
        <source>Sho&amp;w in Folder</source>
        <translation>在文件夹中显示(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Remove from the List</source>
        <translation>从列表中移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Analyze Again</source>
        <translation>重新分析(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Stop Analysis</source>
        <translation>停止分析(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Mirror Camera</source>
        <translation>镜像摄像头(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Boxes</source>
        <translation>人脸框(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>标签(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Percentages</source>
        <translation>百分比(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Numbers</source>
        <translation>编号(&amp;N)</translation>
    </message>
    <message>
        <source>Ba&amp;rs</source>
        <translation>条形图(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Fit to Window</source>
        <translation>适应窗口(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>实际大小(&amp;A)</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Side &amp;Panel</source>
        <translation>侧边栏(&amp;P)</translation>
    </message>
    <message>
        <source>Mi&amp;ni View, Always on Top</source>
        <translation>迷你视图，始终置顶(&amp;N)</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Own Model Folder…</source>
        <translation>自定义模型文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Remove Tau&amp;ght Model…</source>
        <translation>删除教过的模型(&amp;G)…</translation>
    </message>
    <message>
        <source>Co&amp;rrect Expressions</source>
        <translation>纠正表情(&amp;R)</translation>
    </message>
    <message>
        <source>Correct&amp;ions…</source>
        <translation>纠正记录(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Measure on My Pictures…</source>
        <translation>在我的图片上测量(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Teach…</source>
        <translation>教模型(&amp;T)…</translation>
    </message>
    <message>
        <source>Model &amp;Card…</source>
        <translation>模型卡片(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;First Page</source>
        <translation>欢迎页(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>键盘(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Notice for People in View…</source>
        <translation>对入镜者的告知(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Doctor Report…</source>
        <translation>诊断报告(&amp;D)…</translation>
    </message>
    <message>
        <source>Open &amp;Log Folder</source>
        <translation>打开日志文件夹(&amp;L)</translation>
    </message>
    <message>
        <source>L&amp;icences…</source>
        <translation>许可证(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;About FER Desktop</source>
        <translation>关于 FER Desktop(&amp;A)</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Fast: Upright Heads, near the Camera</source>
        <translation>快速：头部端正、靠近摄像头(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Balanced</source>
        <translation>均衡(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Thorough: Small Faces Too, Slower</source>
        <translation>细致：也查找小人脸，较慢(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;LiteRT</source>
        <translation>LiteRT(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Keras (Needs TensorFlow)</source>
        <translation>Keras（需要 TensorFlow）(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>关闭(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;3 Seconds</source>
        <translation>3 秒(&amp;3)</translation>
    </message>
    <message>
        <source>&amp;5 Seconds</source>
        <translation>5 秒(&amp;5)</translation>
    </message>
    <message>
        <source>&amp;10 Seconds</source>
        <translation>10 秒(&amp;1)</translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation>正在查找摄像头…</translation>
    </message>
    <message>
        <source>No camera found</source>
        <translation>未找到摄像头</translation>
    </message>
    <message>
        <source>The system is asked which cameras there are.</source>
        <translation>正在向系统查询有哪些摄像头。</translation>
    </message>
    <message>
        <source>Plug a camera in; it appears here by itself.</source>
        <translation>请接上摄像头，它会自动出现在这里。</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Search for Faces</source>
        <translation>查找人脸(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>引擎(&amp;E)</translation>
    </message>
    <message>
        <source>Self-&amp;Timer</source>
        <translation>定时拍摄(&amp;T)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>O&amp;verlay</source>
        <translation>叠加层(&amp;V)</translation>
    </message>
    <message>
        <source>What Is Recor&amp;ded</source>
        <translation>录制内容(&amp;N)</translation>
    </message>
    <message>
        <source>Open Rece&amp;nt</source>
        <translation>最近打开(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Camera</source>
        <translation>摄像头(&amp;C)</translation>
    </message>
    <message>
        <source>Vi&amp;deo</source>
        <translation>视频(&amp;D)</translation>
    </message>
    <message>
        <source>F&amp;aces</source>
        <translation>人脸(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>CameraChoice</name>
    <message>
        <source>Looking for cameras…</source>
        <translation>正在查找摄像头…</translation>
    </message>
    <message>
        <source>No camera was found, so this is the built-in demo. Plug a camera in and choose it in the Camera menu, or open pictures and videos from the File menu.</source>
        <translation>未找到摄像头，因此显示内置演示。请连接摄像头并在“摄像头”菜单中选择它，或通过“文件”菜单打开图片和视频。</translation>
    </message>
    <message>
        <source>{name} is connected.</source>
        <translation>{name} 已连接。</translation>
    </message>
    <message>
        <source>Use It</source>
        <translation>使用</translation>
    </message>
</context>
<context>
    <name>CameraDoctor</name>
    <message>
        <source>Camera Doctor</source>
        <translation>摄像头诊断</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>诊断结果</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>复制(&amp;O)</translation>
    </message>
    <message>
        <source>Check &amp;Again</source>
        <translation>重新检查(&amp;A)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation>正在查找摄像头…</translation>
    </message>
    <message>
        <source>The cameras are still looked at.</source>
        <translation>仍在检查摄像头。</translation>
    </message>
    <message>
        <source>{name}: looking at its picture…</source>
        <translation>{name}：正在检查画面…</translation>
    </message>
    <message>
        <source>{width} x {height} at {rate} frames a second.</source>
        <translation>{width} x {height}，每秒 {rate} 帧。</translation>
    </message>
</context>
<context>
    <name>CameraSettings</name>
    <message>
        <source>Camera Settings</source>
        <translation>摄像头设置</translation>
    </message>
    <message>
        <source>&amp;Camera:</source>
        <translation>摄像头(&amp;C):</translation>
    </message>
    <message>
        <source>&amp;Resolution:</source>
        <translation>分辨率(&amp;R):</translation>
    </message>
    <message>
        <source>&amp;Frames a second:</source>
        <translation>每秒帧数(&amp;F):</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>&amp;Mirror the view, not the data</source>
        <translation>仅镜像显示，不镜像数据(&amp;M)</translation>
    </message>
    <message>
        <source>Mirror the view</source>
        <translation>镜像显示</translation>
    </message>
    <message>
        <source>Camera &amp;Doctor…</source>
        <translation>摄像头诊断(&amp;D)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{name} (not connected)</source>
        <translation>{name}（未连接）</translation>
    </message>
    <message>
        <source>No camera found</source>
        <translation>未找到摄像头</translation>
    </message>
    <message>
        <source>Choose a camera</source>
        <translation>选择摄像头</translation>
    </message>
    <message>
        <source>Chosen by the program</source>
        <translation>由程序选择</translation>
    </message>
    <message>
        <source>The system does not tell what this camera offers: a choice is used if the camera can.</source>
        <translation>系统未提供此摄像头支持的格式：所选值仅在摄像头支持时生效。</translation>
    </message>
    <message>
        <source>Plug a camera in; it appears here by itself.</source>
        <translation>请连接摄像头，它会自动出现在这里。</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>暂无画面</translation>
    </message>
    <message>
        <source>Choose a camera to see its picture.</source>
        <translation>选择摄像头以查看其画面。</translation>
    </message>
    <message>
        <source>The camera is off.</source>
        <translation>摄像头已关闭。</translation>
    </message>
    <message>
        <source>No picture comes.</source>
        <translation>没有收到画面。</translation>
    </message>
    <message>
        <source>The picture is paused.</source>
        <translation>画面已暂停。</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>{width} x {height} at {rate} frames a second (asked for {wide} x {high} at {often})</source>
        <translation>{width} x {height}，每秒 {rate} 帧（请求值：{wide} x {high}，每秒 {often} 帧）</translation>
    </message>
</context>
<context>
    <name>CameraWatch</name>
    <message>
        <source>Camera Doctor…</source>
        <translation>摄像头诊断…</translation>
    </message>
</context>
<context>
    <name>CameraWords</name>
    <message>
        <source>{name} works.</source>
        <translation>{name} 工作正常。</translation>
    </message>
    <message>
        <source>No camera was found.</source>
        <translation>未找到摄像头。</translation>
    </message>
    <message>
        <source>The system refuses the use of {name}.</source>
        <translation>系统拒绝使用 {name}。</translation>
    </message>
    <message>
        <source>{name} gives no picture; another program may be using it.</source>
        <translation>{name} 没有画面，可能正被其他程序使用。</translation>
    </message>
    <message>
        <source>The picture of {name} is black.</source>
        <translation>{name} 的画面全黑。</translation>
    </message>
    <message>
        <source>The picture of {name} stands still: every frame is the same.</source>
        <translation>{name} 的画面静止不动：每一帧都相同。</translation>
    </message>
    <message>
        <source>{name} gives very few pictures a second.</source>
        <translation>{name} 每秒提供的画面非常少。</translation>
    </message>
    <message>
        <source>Plug a camera in. The one of a laptop may have a key or a switch of its own.</source>
        <translation>请连接摄像头。笔记本电脑的摄像头可能有专用的按键或开关。</translation>
    </message>
    <message>
        <source>Close other programs that use the camera: video calls, the browser.</source>
        <translation>关闭其他使用摄像头的程序：视频通话、浏览器。</translation>
    </message>
    <message>
        <source>Open the cover of the lens; some laptops have a slide or a key for it.</source>
        <translation>打开镜头盖；有些笔记本电脑为此设有滑盖或按键。</translation>
    </message>
    <message>
        <source>Unplug the camera and plug it into another socket of the computer.</source>
        <translation>拔下摄像头，插到计算机的另一个接口。</translation>
    </message>
    <message>
        <source>A virtual camera shows what its program sends: start the picture there.</source>
        <translation>虚拟摄像头显示其程序发送的内容：请在该程序中启动画面。</translation>
    </message>
    <message>
        <source>Turn on more light: in the dark cameras expose longer.</source>
        <translation>增加照明：光线暗时，摄像头的曝光时间更长。</translation>
    </message>
    <message>
        <source>Choose 640 x 480 in Camera Settings: large raw pictures come slowly over USB.</source>
        <translation>在“摄像头设置”中选择 640 x 480：大尺寸的原始画面通过 USB 传输较慢。</translation>
    </message>
    <message>
        <source>Look after the camera that sends it: its lens may be covered.</source>
        <translation>请检查发送画面的摄像头：镜头可能被遮住了。</translation>
    </message>
    <message>
        <source>The camera that sends it may hang: switch it off and on again.</source>
        <translation>发送画面的摄像头可能已卡住：请将其关闭后再打开。</translation>
    </message>
    <message>
        <source>Let the camera send smaller pictures: the network may be too slow.</source>
        <translation>请让摄像头发送更小的画面：网络可能太慢。</translation>
    </message>
    <message>
        <source>See in a terminal whether the system knows it: ls -l /dev/video*</source>
        <translation>在终端中查看系统是否识别它：ls -l /dev/video*</translation>
    </message>
    <message>
        <source>Add yourself to the group video: sudo usermod -aG video $USER</source>
        <translation>将自己加入 video 组：sudo usermod -aG video $USER</translation>
    </message>
    <message>
        <source>Log out of the system and in again.</source>
        <translation>注销系统，然后重新登录。</translation>
    </message>
    <message>
        <source>See in a terminal which program has it: fuser -v /dev/video*</source>
        <translation>在终端中查看哪个程序占用了它：fuser -v /dev/video*</translation>
    </message>
    <message>
        <source>See in a terminal whether its privacy switch is on: v4l2-ctl --list-ctrls</source>
        <translation>在终端中查看其隐私开关是否打开：v4l2-ctl --list-ctrls</translation>
    </message>
    <message>
        <source>Keep it from slowing down in the dark: v4l2-ctl --set-ctrl=exposure_dynamic_framerate=0</source>
        <translation>防止它在光线暗时变慢：v4l2-ctl --set-ctrl=exposure_dynamic_framerate=0</translation>
    </message>
    <message>
        <source>Look in the Device Manager, under Cameras, whether it is there and enabled.</source>
        <translation>在设备管理器的“照相机”下查看它是否存在并已启用。</translation>
    </message>
    <message>
        <source>Open Settings &gt; Privacy &amp; security &gt; Camera (ms-settings:privacy-webcam).</source>
        <translation>打开“设置”&gt;“隐私和安全性”&gt;“相机”(ms-settings:privacy-webcam)。</translation>
    </message>
    <message>
        <source>Switch on “Camera access” and “Let desktop apps access your camera”.</source>
        <translation>打开“相机访问”和“允许桌面应用访问你的相机”。</translation>
    </message>
    <message>
        <source>See whether a virus guard protects the camera, and allow it there.</source>
        <translation>查看是否有杀毒软件在保护摄像头，并在其中允许使用。</translation>
    </message>
    <message>
        <source>See which apps used it last in Settings &gt; Privacy &amp; security &gt; Camera (ms-settings:privacy-webcam).</source>
        <translation>在“设置”&gt;“隐私和安全性”&gt;“相机”(ms-settings:privacy-webcam) 中查看最近有哪些应用使用过它。</translation>
    </message>
    <message>
        <source>Switch on “Let desktop apps access your camera” in Settings &gt; Privacy &amp; security &gt; Camera (ms-settings:privacy-webcam).</source>
        <translation>在“设置”&gt;“隐私和安全性”&gt;“相机”(ms-settings:privacy-webcam) 中打开“允许桌面应用访问你的相机”。</translation>
    </message>
    <message>
        <source>Plug it into a USB 3 socket of the computer itself, without a hub.</source>
        <translation>将它直接插入计算机自身的 USB 3 接口，不要使用集线器。</translation>
    </message>
    <message>
        <source>Look in System Information &gt; Camera whether the system knows it.</source>
        <translation>在“系统信息”&gt;“摄像头”中查看系统是否识别它。</translation>
    </message>
    <message>
        <source>Open System Settings &gt; Privacy &amp; Security &gt; Camera.</source>
        <translation>打开“系统设置”&gt;“隐私与安全性”&gt;“摄像头”。</translation>
    </message>
    <message>
        <source>Switch it on for FER Desktop; for Terminal, if the program was started there.</source>
        <translation>为 FER Desktop 打开开关；如果程序是从“终端”启动的，则为“终端”打开。</translation>
    </message>
    <message>
        <source>Quit the program and start it again.</source>
        <translation>退出程序，然后重新启动。</translation>
    </message>
    <message>
        <source>Unplug it and plug it in again; an iPhone needs to be near by.</source>
        <translation>拔下后重新插入；使用 iPhone 时需将其放在附近。</translation>
    </message>
    <message>
        <source>See whether System Settings &gt; Screen Time &gt; Content &amp; Privacy allows the camera.</source>
        <translation>查看“系统设置”&gt;“屏幕使用时间”&gt;“内容和隐私”是否允许使用摄像头。</translation>
    </message>
    <message>
        <source>Plug it into a USB socket of the computer itself, without a hub.</source>
        <translation>将它直接插入计算机自身的 USB 接口，不要使用集线器。</translation>
    </message>
</context>
<context>
    <name>ChipView</name>
    <message>
        <source>The face is small.</source>
        <translation>人脸较小。</translation>
    </message>
    <message>
        <source>The face is cut by the edge.</source>
        <translation>面部被画面边缘截断。</translation>
    </message>
    <message>
        <source>The face is far from the middle.</source>
        <translation>面部离画面中央太远。</translation>
    </message>
    <message>
        <source>The face is covered.</source>
        <translation>面部被遮挡。</translation>
    </message>
    <message>
        <source>It is dark.</source>
        <translation>光线太暗。</translation>
    </message>
    <message>
        <source>It has hardly any contrast.</source>
        <translation>几乎没有对比度。</translation>
    </message>
    <message>
        <source>It is too bright.</source>
        <translation>光线太亮。</translation>
    </message>
    <message>
        <source>It is blurred.</source>
        <translation>画面模糊。</translation>
    </message>
    <message>
        <source>The face is turned away.</source>
        <translation>人脸偏转。</translation>
    </message>
    <message>
        <source>The face is small: come closer.</source>
        <translation>人脸较小：请靠近一些。</translation>
    </message>
    <message>
        <source>Cut by the edge: move to the middle.</source>
        <translation>面部被截断：请移到中央。</translation>
    </message>
    <message>
        <source>Far from the middle: move there.</source>
        <translation>离中央太远：请移过去。</translation>
    </message>
    <message>
        <source>Covered: show the whole face.</source>
        <translation>有遮挡：请露出整张脸。</translation>
    </message>
    <message>
        <source>It is dark: turn to the light.</source>
        <translation>光线太暗：请面向光源。</translation>
    </message>
    <message>
        <source>Hardly any contrast: clean the lens.</source>
        <translation>几乎没有对比度：请擦拭镜头。</translation>
    </message>
    <message>
        <source>Too bright: turn away from the light.</source>
        <translation>光线太亮：请避开光源。</translation>
    </message>
    <message>
        <source>It is blurred: hold still or clean the lens.</source>
        <translation>画面模糊：请保持不动或清洁镜头。</translation>
    </message>
    <message>
        <source>Hold your head upright and face the camera.</source>
        <translation>请端正头部，面向摄像头。</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>神经网络看到的图像</translation>
    </message>
    <message>
        <source>The network sees {width} x {height} pixels.</source>
        <translation>神经网络看到 {width} x {height} 像素。</translation>
    </message>
    <message>
        <source>The network sees {width} x {height} pixels, from a face of {face}.</source>
        <translation>神经网络看到 {width} x {height} 像素，取自 {face} 像素的人脸。</translation>
    </message>
    <message>
        <source>Good view of the face.</source>
        <translation>人脸清晰可见。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Export: {name}</source>
        <translation>导出：{name}</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>格式(&amp;O)</translation>
    </message>
    <message>
        <source>F&amp;ace</source>
        <translation>面孔(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>面孔</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Ranges that the figures leave out are exported too.</source>
        <translation>数据中排除的范围也会导出。</translation>
    </message>
    <message>
        <source>It is being written.</source>
        <translation>正在写入。</translation>
    </message>
    <message>
        <source>Give the file a name first.</source>
        <translation>请先给文件命名。</translation>
    </message>
    <message>
        <source>The largest in each frame</source>
        <translation>每帧中最大的面孔</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Export Session</source>
        <translation>导出会话</translation>
    </message>
    <message>
        <source>Open Report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>The export is in {file}</source>
        <translation>导出的文件在 {file}</translation>
    </message>
    <message>
        <source>Show Folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Detailed log</source>
        <translation>详细日志</translation>
    </message>
    <message>
        <source>State log</source>
        <translation>状态日志</translation>
    </message>
    <message>
        <source>Detailed log, older form</source>
        <translation>详细日志，旧格式</translation>
    </message>
    <message>
        <source>State log, older form</source>
        <translation>状态日志，旧格式</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Tidy table with a row for each face in each frame, and a list of its columns beside it.</source>
        <translation>整洁表格，每帧每张面孔一行，并附列清单。</translation>
    </message>
    <message>
        <source>The tidy table as JSON Lines: an object for each row; what is missing is null.</source>
        <translation>JSON Lines 形式的整洁表格：每行一个对象；缺失值为 null。</translation>
    </message>
    <message>
        <source>The tidy table as a workbook: numbers as numbers, and a sheet that explains its columns.</source>
        <translation>以工作簿保存的整洁表格：数字即数字，另有一页说明各列。</translation>
    </message>
    <message>
        <source>FaceReader-style detailed log: the largest face in a line for each frame, or FIND_FAILED.</source>
        <translation>FaceReader 风格的详细日志：每帧一行最大面孔的数据，或 FIND_FAILED。</translation>
    </message>
    <message>
        <source>The detailed log in the older form of version 6.</source>
        <translation>第 6 版旧格式的详细日志。</translation>
    </message>
    <message>
        <source>The state log in the older form of version 6.</source>
        <translation>第 6 版旧格式的状态日志。</translation>
    </message>
    <message>
        <source>BIDS continuous recording: one face&apos;s probabilities and valence at a fixed rate.</source>
        <translation>BIDS 连续记录：以固定频率保存一张脸的概率和效价。</translation>
    </message>
    <message>
        <source>Praat TextGrid: a tier of intervals for each face, and one of points for the markers.</source>
        <translation>Praat TextGrid：每张脸一个区间层，标记一个点层。</translation>
    </message>
    <message>
        <source>Event log as The Observer XT exports its own: state starts and stops, markers as points.</source>
        <translation>与 The Observer XT 自身导出形式相同的事件日志：状态的开始与结束，标记为点事件。</translation>
    </message>
    <message>
        <source>Readable by Datavyu: a column of its spreadsheet for each face, and one for the markers.</source>
        <translation>可由 Datavyu 读取：每张脸在其表格中占一列，标记占一列。</translation>
    </message>
    <message>
        <source>Not possible here: {package} is not installed ({command}).</source>
        <translation>此处不可用：未安装 {package}（{command}）。</translation>
    </message>
    <message>
        <source>BIDS events: a row for each episode and marker, and the JSON file that BIDS wants.</source>
        <translation>BIDS 事件：每个片段和标记一行，并附 BIDS 要求的 JSON 文件。</translation>
    </message>
    <message>
        <source>Readable by ELAN&apos;s import of tab-separated text: a tier for each face, in milliseconds.</source>
        <translation>可由 ELAN 的制表符分隔文本导入读取：每张面孔一层，以毫秒计。</translation>
    </message>
    <message>
        <source>Share of time, episodes, transitions, valence and share of lost frames for each face.</source>
        <translation>每张面孔的时间占比、片段、转换、效价和丢帧比例。</translation>
    </message>
    <message>
        <source>The tidy table with types, compressed; readable by pandas, R, DuckDB and others.</source>
        <translation>带类型的压缩整洁表格；pandas、R、DuckDB 等可读取。</translation>
    </message>
    <message>
        <source>Workbook</source>
        <translation>工作簿</translation>
    </message>
    <message>
        <source>Readable by Py-Feat&apos;s read_feat: boxes, seven emotions in its order, contempt beside.</source>
        <translation>可由 Py-Feat 的 read_feat 读取：方框、按其顺序的七种情绪，另附轻蔑。</translation>
    </message>
    <message>
        <source>FaceReader-style state log: a line for each change of the shown label.</source>
        <translation>FaceReader 风格的状态日志：显示的标签每变化一次一行。</translation>
    </message>
    <message>
        <source>Readable by BORIS, which imports it into an open observation: starts and stops.</source>
        <translation>可由 BORIS 导入到打开的观察中：开始与结束。</translation>
    </message>
    <message>
        <source>SubRip subtitles of the shown labels, for players of the video.</source>
        <translation>所显示标签的 SubRip 字幕，供视频播放器使用。</translation>
    </message>
    <message>
        <source>Report with plots and statistics in one file that opens without a network.</source>
        <translation>含图表和统计的报告，单个文件，无需网络即可打开。</translation>
    </message>
    <message>
        <source>Analyze a Folder into a Table</source>
        <translation>分析文件夹并存为表格</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Table (.csv, .xlsx or .jsonl)</source>
        <translation>表格(.csv、.xlsx 或 .jsonl)(&amp;T)</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>&amp;Analyze</source>
        <translation>分析(&amp;A)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing could be read.</source>
        <translation>没有可读取的内容。</translation>
    </message>
    <message>
        <source>The table is in {file}</source>
        <translation>表格在 {file}</translation>
    </message>
    <message>
        <source>{n} can&apos;t be read, such as: {first}</source>
        <translation>有 {n} 个无法读取，例如：{first}</translation>
    </message>
    <message>
        <source>The folder is being analyzed.</source>
        <translation>正在分析文件夹。</translation>
    </message>
    <message>
        <source>Choose a folder first.</source>
        <translation>请先选择文件夹。</translation>
    </message>
    <message>
        <source>The name of the table has to end in .csv, .xlsx or .jsonl.</source>
        <translation>表格的名称必须以 .csv、.xlsx 或 .jsonl 结尾。</translation>
    </message>
</context>
<context>
    <name>FacePanel</name>
    <message>
        <source>Looks like</source>
        <translation>看起来像</translation>
    </message>
    <message>
        <source>Face {number} looks like</source>
        <translation>人脸 {number} 看起来像</translation>
    </message>
    <message>
        <source>between {first} and {second}</source>
        <translation>介于{first}和{second}之间</translation>
    </message>
    <message>
        <source>{percent} sure, then {others}</source>
        <translation>置信度 {percent}，其次是{others}</translation>
    </message>
    <message>
        <source>{percent} sure</source>
        <translation>置信度 {percent}</translation>
    </message>
    <message>
        <source>Valence {value}</source>
        <translation>效价 {value}</translation>
    </message>
    <message>
        <source>No face</source>
        <translation>没有人脸</translation>
    </message>
    <message>
        <source>A guess about the expression that is shown, not about feelings. Everything runs on this computer.</source>
        <translation>这是对所呈现表情的推测，而非对内心感受的推测。一切都在这台计算机上运行。</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>神经网络看到的图像</translation>
    </message>
    <message>
        <source>Corrected by this person&apos;s neutral face</source>
        <translation>已按此人的中性表情校正</translation>
    </message>
    <message>
        <source>What valence means</source>
        <translation>效价的含义</translation>
    </message>
</context>
<context>
    <name>FaceTable</name>
    <message>
        <source>Table of faces</source>
        <translation>人脸列表</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>看起来像</translation>
    </message>
    <message>
        <source>Confidence %</source>
        <translation>置信度 %</translation>
    </message>
    <message>
        <source>Valence</source>
        <translation>效价</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>人脸框</translation>
    </message>
    <message>
        <source>Detection %</source>
        <translation>检测 %</translation>
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
        <translation>已打开的图片</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>没有人脸</translation>
    </message>
    <message>
        <source>{text}, +{more}</source>
        <translation>{text}，+{more}</translation>
    </message>
</context>
<context>
    <name>HelpMenu</name>
    <message>
        <source>The report is being made.</source>
        <translation>正在生成报告。</translation>
    </message>
    <message>
        <source>The folder can&apos;t be opened from here. The log lies in {folder}.</source>
        <translation>无法从此处打开该文件夹。日志位于 {folder}。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
</context>
<context>
    <name>ImageView</name>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>没有人脸</translation>
    </message>
    <message>
        <source>Let go to open it</source>
        <translation>松开即可打开</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>In the list of recordings</source>
        <translation>在录制列表中</translation>
    </message>
    <message>
        <source>In the list of corrections</source>
        <translation>在纠正记录中</translation>
    </message>
    <message>
        <source>Choose a face</source>
        <translation>选择人脸</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>单击</translation>
    </message>
    <message>
        <source>Enlarge or shrink</source>
        <translation>放大或缩小</translation>
    </message>
    <message>
        <source>Turn the wheel</source>
        <translation>转动滚轮</translation>
    </message>
    <message>
        <source>Move an enlarged picture</source>
        <translation>移动放大的图片</translation>
    </message>
    <message>
        <source>Drag, or arrow keys</source>
        <translation>拖动，或方向键</translation>
    </message>
    <message>
        <source>Go through opened pictures</source>
        <translation>浏览已打开的图片</translation>
    </message>
    <message>
        <source>Arrow keys in the row below</source>
        <translation>在下方图片栏中按方向键</translation>
    </message>
    <message>
        <source>Go through a video in its bar</source>
        <translation>在进度条上浏览视频</translation>
    </message>
    <message>
        <source>Arrow keys, Page up, Page down</source>
        <translation>方向键、Page Up、Page Down</translation>
    </message>
    <message>
        <source>Leave full screen and mini view</source>
        <translation>退出全屏和迷你视图</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Go from control to control</source>
        <translation>在控件之间切换</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Say what the chosen face looks like</source>
        <translation>说明所选人脸是什么表情</translation>
    </message>
    <message>
        <source>1 to 8</source>
        <translation>1 至 8</translation>
    </message>
    <message>
        <source>Undo the last correction</source>
        <translation>撤销上一次纠正</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>A frame back or on</source>
        <translation>上一帧或下一帧</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>左、右</translation>
    </message>
    <message>
        <source>To the marker before or after</source>
        <translation>上一个或下一个标记</translation>
    </message>
    <message>
        <source>Page up, Page down</source>
        <translation>Page Up、Page Down</translation>
    </message>
    <message>
        <source>To the start or the end</source>
        <translation>到开头或结尾</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home、End</translation>
    </message>
    <message>
        <source>Start or end a range here</source>
        <translation>在此处开始或结束区间</translation>
    </message>
    <message>
        <source>Undo the last change of a range</source>
        <translation>撤销上一次区间更改</translation>
    </message>
    <message>
        <source>Zoom the timeline</source>
        <translation>缩放时间轴</translation>
    </message>
    <message>
        <source>Ctrl and +, - or 0, or the wheel</source>
        <translation>Ctrl 加 +、- 或 0，或滚轮</translation>
    </message>
    <message>
        <source>Switch correcting on or off</source>
        <translation>打开或关闭纠正</translation>
    </message>
    <message>
        <source>Show this page</source>
        <translation>显示本页</translation>
    </message>
    <message>
        <source>Close the review</source>
        <translation>关闭回看</translation>
    </message>
    <message>
        <source>Ctrl+W, Esc</source>
        <translation>Ctrl+W、Esc</translation>
    </message>
    <message>
        <source>Rename a recording</source>
        <translation>重命名录制</translation>
    </message>
    <message>
        <source>Write a note about it</source>
        <translation>为它写备注</translation>
    </message>
    <message>
        <source>Export it</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Erase it, after a question</source>
        <translation>删除（会先询问）</translation>
    </message>
    <message>
        <source>Remove what is selected</source>
        <translation>移除所选内容</translation>
    </message>
    <message>
        <source>Bring back what was removed</source>
        <translation>恢复被移除的内容</translation>
    </message>
    <message>
        <source>In the picture</source>
        <translation>在画面中</translation>
    </message>
    <message>
        <source>While correcting</source>
        <translation>纠正时</translation>
    </message>
    <message>
        <source>In a review</source>
        <translation>回看窗口</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>按键和鼠标</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
</context>
<context>
    <name>LastEnd</name>
    <message>
        <source>The program crashed the last time. The log file has the trace.</source>
        <translation>程序上次崩溃了。日志文件中有详细信息。</translation>
    </message>
    <message>
        <source>The program was ended from outside the last time, or the computer was.</source>
        <translation>上次程序或电脑被外部强行结束。</translation>
    </message>
    <message>
        <source>Show Log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>What was recorded until then is in {folder}</source>
        <translation>此前录制的内容在 {folder}</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>回看</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>End Recording and Open</source>
        <translation>结束录制并打开</translation>
    </message>
    <message>
        <source>Close Pictures</source>
        <translation>关闭图片</translation>
    </message>
    <message>
        <source>Go On Recording</source>
        <translation>继续录制</translation>
    </message>
    <message>
        <source>End Recording and Quit</source>
        <translation>结束录制并退出</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>A session is being recorded. It would end; what is recorded until then is kept.</source>
        <translation>正在录制会话。录制将会结束；到此为止的内容会保留。</translation>
    </message>
    <message>
        <source>What was found in {n} pictures is not saved.</source>
        <translation>{n} 张图片的结果尚未保存。</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>过程</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>没有人脸</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录制列表</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>重命名(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>备注(&amp;N)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Show in &amp;Folder</source>
        <translation>在文件夹中显示(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Erase…</source>
        <translation>删除(&amp;E)…</translation>
    </message>
    <message>
        <source>Find a name or note</source>
        <translation>查找名称或备注</translation>
    </message>
    <message>
        <source>In {folder}</source>
        <translation>位于 {folder}</translation>
    </message>
    <message>
        <source>There are no recordings yet. The Record button makes the first one.</source>
        <translation>还没有录制内容。按“录制”按钮即可开始第一次录制。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>New name:</source>
        <translation>新名称：</translation>
    </message>
    <message>
        <source>Note about {name}:</source>
        <translation>关于 {name} 的备注：</translation>
    </message>
    <message>
        <source>There are no recordings yet.</source>
        <translation>还没有录制。</translation>
    </message>
    <message>
        <source>No recording is chosen.</source>
        <translation>未选择录制。</translation>
    </message>
</context>
<context>
    <name>Licences</name>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation>程序的组成部分</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>许可证文本</translation>
    </message>
    <message>
        <source>Licence: {terms}</source>
        <translation>许可证：{terms}</translation>
    </message>
    <message>
        <source>This part comes without the text of its licence.</source>
        <translation>此部分未附带许可证文本。</translation>
    </message>
</context>
<context>
    <name>LiveMode</name>
    <message>
        <source>Opening {name}…</source>
        <translation>正在打开 {name}…</translation>
    </message>
    <message>
        <source>No face</source>
        <translation>没有人脸</translation>
    </message>
    <message>
        <source>Face the camera; more light and less distance help.</source>
        <translation>请面向摄像头；增加光线、靠近一些会有帮助。</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>已到结尾</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>没有画面</translation>
    </message>
    <message>
        <source>Expressions are not analyzed</source>
        <translation>未分析表情</translation>
    </message>
    <message>
        <source>Expression analysis on</source>
        <translation>表情分析已开启</translation>
    </message>
    <message>
        <source>Loading the model {name}…</source>
        <translation>正在加载模型 {name}…</translation>
    </message>
    <message>
        <source>Black picture</source>
        <translation>画面全黑</translation>
    </message>
    <message>
        <source>The picture stands still</source>
        <translation>画面静止不动</translation>
    </message>
    <message>
        <source>{message} So it stays as it was.</source>
        <translation>{message} 因此保持原来的选择。</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
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
        <translation>快照</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Open Images…</source>
        <translation>打开图片…</translation>
    </message>
    <message>
        <source>Back to Live</source>
        <translation>返回实时画面</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>&lt;h3&gt;FER Desktop {version}&lt;/h3&gt;&lt;p&gt;Names the expression that a face shows: anger, contempt, disgust, fear, happiness, neutral, sadness or surprise, and says when it is not sure.&lt;/p&gt;&lt;p&gt;Pictures stay on this computer; nothing is stored unless you save it. The results are guesses about expressions, not about feelings. In the European Union, reading emotions at work or in education is forbidden, with few exceptions.&lt;/p&gt;&lt;p&gt;MIT licence. Face detection: OpenCV. Window: Qt for Python (LGPL). Networks: LiteRT.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;FER Desktop {version}&lt;/h3&gt;&lt;p&gt;指出人脸所呈现的表情：愤怒、轻蔑、厌恶、恐惧、高兴、中性、悲伤或惊讶，并在不确定时予以说明。&lt;/p&gt;&lt;p&gt;图片只留在这台计算机上；除非您保存，否则不会存储任何内容。结果是对表情的推测，而非对内心感受的推测。在欧盟，除少数例外情况外，禁止在工作和教育领域推断情绪。&lt;/p&gt;&lt;p&gt;MIT 许可证。人脸检测：OpenCV。窗口：Qt for Python (LGPL)。神经网络：LiteRT。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About FER Desktop</source>
        <translation>关于 FER Desktop</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Valence&lt;/h3&gt;&lt;p&gt;The probability of happiness minus the strongest of sadness, anger, fear and disgust: from minus 1, an unpleasant expression, to plus 1, a pleasant one. Neutral, surprise and contempt do not count.&lt;/p&gt;&lt;p&gt;It sums up the eight bars and knows no more than they do. It says nothing about how somebody feels.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;效价&lt;/h3&gt;&lt;p&gt;高兴的概率减去悲伤、愤怒、恐惧和厌恶中最高的概率：从 −1（不愉快的表情）到 +1（愉快的表情）。中性、惊讶和轻蔑不计入。&lt;/p&gt;&lt;p&gt;它只是概括八个条形的结果，并不提供更多信息。它不能说明一个人的内心感受。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Valence</source>
        <translation>效价</translation>
    </message>
    <message>
        <source>Doctor Report</source>
        <translation>诊断报告</translation>
    </message>
    <message>
        <source>What this program found on this computer:</source>
        <translation>本程序在这台计算机上的检查结果：</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Erase this recording? All that was recorded is deleted and can&apos;t be brought back.</source>
        <translation>要删除此录制吗？录制的所有内容都将删除，且无法恢复。</translation>
    </message>
    <message>
        <source>Erase Recording</source>
        <translation>删除录制</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>There is such a file already. Replace it? What is in it now is lost.</source>
        <translation>已存在此文件。要替换吗？其中现有的内容将丢失。</translation>
    </message>
    <message>
        <source>There are such files already. Replace them? What is in them now is lost.</source>
        <translation>已存在这些文件。要替换吗？其中现有的内容将丢失。</translation>
    </message>
    <message>
        <source>Replace Files</source>
        <translation>替换文件</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>They are what its folder says; this program did not measure them.</source>
        <translation>这些指标来自模型文件夹，并非由本程序测得。</translation>
    </message>
    <message>
        <source>It tells none.</source>
        <translation>未提供任何指标。</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>局限</translation>
    </message>
    <message>
        <source>Unknown: this model did not come with the program. Try it on pictures that you know before you rely on it. Whatever it says is a guess about an expression, not about a feeling.</source>
        <translation>未知：此模型并非随程序提供。在依赖它之前，请先用您熟悉的图片试用。它给出的任何结果都是对表情的推测，而非对内心感受的推测。</translation>
    </message>
    <message>
        <source>Model Card</source>
        <translation>模型卡片</translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>Own Model Folder</source>
        <translation>自定义模型文件夹</translation>
    </message>
    <message>
        <source>Not possible here: TensorFlow is not installed ({command}).</source>
        <translation>此处不可用：未安装 TensorFlow（{command}）。</translation>
    </message>
    <message>
        <source>{path} is not there any more.</source>
        <translation>{path} 已不存在。</translation>
    </message>
</context>
<context>
    <name>NeutralFace</name>
    <message>
        <source>There is no face to take as neutral.</source>
        <translation>没有可设为中性表情的人脸。</translation>
    </message>
    <message>
        <source>The face was lost. Keep it in the picture for three seconds and try again.</source>
        <translation>人脸已丢失。请让它在画面中保持三秒，然后重试。</translation>
    </message>
    <message>
        <source>What is shown of this face is now corrected by its neutral face.</source>
        <translation>此人脸的显示结果现已按其中性表情校正。</translation>
    </message>
    <message>
        <source>The face that was taken as neutral looked like {what}. Was it neutral?</source>
        <translation>被设为中性的面孔看起来像{what}。它真的是中性表情吗？</translation>
    </message>
    <message>
        <source>Take It Again</source>
        <translation>重新获取</translation>
    </message>
    <message>
        <source>Forget It</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>This face is shown uncorrected again.</source>
        <translation>此人脸已恢复为未校正的显示。</translation>
    </message>
    <message>
        <source>Keep a neutral face and look at the camera: {seconds} s</source>
        <translation>请保持中性表情并看着摄像头：{seconds} 秒</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Facial expressions are analyzed here</source>
        <translation>此处正在分析面部表情</translation>
    </message>
    <message>
        <source>A program on this computer looks at the faces in front of the camera and guesses what their expressions look like: not what you feel, and it can be wrong.</source>
        <translation>这台计算机上的程序会查看摄像头前的人脸，并推测其表情看起来是什么：它不知道您的感受，也可能出错。</translation>
    </message>
    <message>
        <source>No picture leaves this computer. Ask who runs it whether something is recorded. You can say no, and step out of the picture.</source>
        <translation>没有任何图片会离开这台计算机。请询问使用者是否正在录制。您可以拒绝，并离开画面。</translation>
    </message>
    <message>
        <source>Esc closes this page.</source>
        <translation>按 Esc 关闭此页。</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>One video is shown at a time; open the others one by one.</source>
        <translation>一次只能显示一个视频；请逐个打开其他视频。</translation>
    </message>
    <message>
        <source>Open Images</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>图片 ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open Video</source>
        <translation>打开视频</translation>
    </message>
    <message>
        <source>Videos ({patterns})</source>
        <translation>视频 ({patterns})</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>Pasted picture {n}</source>
        <translation>粘贴的图片 {n}</translation>
    </message>
</context>
<context>
    <name>PathEditor</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose: {what}</source>
        <translation>选择：{what}</translation>
    </message>
    <message>
        <source>ONNX files (*.onnx)</source>
        <translation>ONNX 文件 (*.onnx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>PictureActions</name>
    <message>
        <source>&amp;Carry On</source>
        <translation>继续分析(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Stop Analysis</source>
        <translation>停止分析(&amp;S)</translation>
    </message>
    <message>
        <source>Carry On</source>
        <translation>继续分析</translation>
    </message>
    <message>
        <source>Stop Analysis</source>
        <translation>停止分析</translation>
    </message>
    <message>
        <source>{name} is not listed any more; its file stays</source>
        <translation>{name} 已从列表中移除，文件仍保留</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>剪贴板中没有图片。</translation>
    </message>
    <message>
        <source>The opened pictures were analyzed with the settings of before.</source>
        <translation>已打开的图片是用之前的设置分析的。</translation>
    </message>
    <message>
        <source>Analyze Again</source>
        <translation>重新分析</translation>
    </message>
</context>
<context>
    <name>PictureBar</name>
    <message>
        <source>All pictures</source>
        <translation>全部图片</translation>
    </message>
    <message>
        <source>several faces</source>
        <translation>多张人脸</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>没有人脸</translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>As opened</source>
        <translation>打开顺序</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>By expression</source>
        <translation>按表情</translation>
    </message>
    <message>
        <source>Least sure first</source>
        <translation>最不确定的在前</translation>
    </message>
    <message>
        <source>Most faces first</source>
        <translation>人脸最多的在前</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>查找名称</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Save Table…</source>
        <translation>保存表格…</translation>
    </message>
    <message>
        <source>Save Table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>{number} of {n}</source>
        <translation>第 {number} 张，共 {n} 张</translation>
    </message>
    <message>
        <source>{n} open</source>
        <translation>已打开 {n} 张</translation>
    </message>
</context>
<context>
    <name>PictureExport</name>
    <message>
        <source>Pictures that are not analyzed yet, and not in the table: {n}.</source>
        <translation>尚未分析、因此不在表格中的图片：{n} 张。</translation>
    </message>
    <message>
        <source>The table is in {file}</source>
        <translation>表格保存在 {file}</translation>
    </message>
    <message>
        <source>Show Folder</source>
        <translation>显示文件夹</translation>
    </message>
</context>
<context>
    <name>PictureMode</name>
    <message>
        <source>Reading {name}…</source>
        <translation>正在读取 {name}…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Analyzing…</source>
        <translation>正在分析…</translation>
    </message>
    <message>
        <source>None of the {n} pictures can be analyzed. The first: {reason}</source>
        <translation>{n} 张图片均无法分析。第一张：{reason}</translation>
    </message>
    <message>
        <source>This file can&apos;t be read.</source>
        <translation>无法读取此文件。</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>没有图片</translation>
    </message>
    <message>
        <source>Faces seen from the front and in good light are found best.</source>
        <translation>正面且光线良好的人脸最容易找到。</translation>
    </message>
</context>
<context>
    <name>Possible</name>
    <message>
        <source>There is no picture yet.</source>
        <translation>还没有图片。</translation>
    </message>
    <message>
        <source>There is no face in the picture.</source>
        <translation>图片中没有人脸。</translation>
    </message>
    <message>
        <source>Start the camera first.</source>
        <translation>请先启动摄像头。</translation>
    </message>
    <message>
        <source>No pictures are open.</source>
        <translation>没有打开的图片。</translation>
    </message>
    <message>
        <source>This picture has no file.</source>
        <translation>此图片没有文件。</translation>
    </message>
    <message>
        <source>No picture is analyzed yet.</source>
        <translation>还没有分析任何图片。</translation>
    </message>
    <message>
        <source>This is the first picture.</source>
        <translation>这是第一张图片。</translation>
    </message>
    <message>
        <source>This is the last picture.</source>
        <translation>这是最后一张图片。</translation>
    </message>
    <message>
        <source>Nothing is analyzed just now.</source>
        <translation>当前没有正在进行的分析。</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>The new pictures stand behind those that were open: {n}.</source>
        <translation>新图片排在已打开的 {n} 张图片之后。</translation>
    </message>
    <message>
        <source>Close Those</source>
        <translation>关闭原有图片</translation>
    </message>
    <message>
        <source>Start the camera, or open pictures or a video. Files can be dropped here.</source>
        <translation>启动摄像头，或打开图片或视频。也可以将文件拖放到此处。</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>C&amp;lose Video</source>
        <translation>关闭视频(&amp;L)</translation>
    </message>
    <message>
        <source>No pictures and no video are open.</source>
        <translation>没有打开的图片或视频。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Nothing runs that could be paused.</source>
        <translation>没有可以暂停的内容。</translation>
    </message>
    <message>
        <source>Pictures are open; close them to go on live.</source>
        <translation>已打开图片；关闭后可继续实时画面。</translation>
    </message>
    <message>
        <source>A video is held by Pause, and left by Close Video.</source>
        <translation>视频用“暂停”停住，用“关闭视频”离开。</translation>
    </message>
    <message>
        <source>{name}: no picture</source>
        <translation>{name}：没有画面</translation>
    </message>
    <message>
        <source>{name}: black picture</source>
        <translation>{name}：画面全黑</translation>
    </message>
    <message>
        <source>{name}: the picture stands still</source>
        <translation>{name}：画面静止不动</translation>
    </message>
    <message>
        <source>Paused: {name}</source>
        <translation>已暂停：{name}</translation>
    </message>
    <message>
        <source>On, picture paused: {name}</source>
        <translation>运行中，画面已暂停：{name}</translation>
    </message>
    <message>
        <source>Camera on: {name}</source>
        <translation>摄像头已开启：{name}</translation>
    </message>
    <message>
        <source>Playing: {name}</source>
        <translation>正在播放：{name}</translation>
    </message>
    <message>
        <source>Stream on: {name}</source>
        <translation>网络流已开启：{name}</translation>
    </message>
    <message>
        <source>At the end: {name}</source>
        <translation>已到结尾：{name}</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>摄像头已关闭</translation>
    </message>
    <message>
        <source>Stopped: {name}</source>
        <translation>已停止：{name}</translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation>正在查找摄像头…</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>未打开任何内容</translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>Probabilities of the eight expressions</source>
        <translation>八种表情的概率</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>{done} of {total} pictures</source>
        <translation>已完成 {done}/{total} 张图片</translation>
    </message>
    <message>
        <source>{done} of 1 picture</source>
        <translation>已完成 {done}/1 张图片</translation>
    </message>
    <message>
        <source>{words}, stopped</source>
        <translation>{words}，已停止</translation>
    </message>
    <message>
        <source>{words}, {left}</source>
        <translation>{words}，{left}</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 张图片</translation>
    </message>
    <message>
        <source>{n} pictures</source>
        <translation>{n} 张图片</translation>
    </message>
    <message>
        <source>{words}, {failed} can&apos;t be read</source>
        <translation>{words}，{failed} 张无法读取</translation>
    </message>
    <message>
        <source>about {n} seconds left</source>
        <translation>大约还剩 {n} 秒</translation>
    </message>
    <message>
        <source>about a minute left</source>
        <translation>大约还剩 1 分钟</translation>
    </message>
    <message>
        <source>about {n} minutes left</source>
        <translation>大约还剩 {n} 分钟</translation>
    </message>
    <message>
        <source>about an hour left</source>
        <translation>大约还剩 1 小时</translation>
    </message>
    <message>
        <source>about {n} hours left</source>
        <translation>大约还剩 {n} 小时</translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>Clear This List</source>
        <translation>清空此列表</translation>
    </message>
    <message>
        <source>Nothing was opened yet.</source>
        <translation>还没有打开过任何内容。</translation>
    </message>
    <message>
        <source>{file} is not there any more.</source>
        <translation>{file} 已不存在。</translation>
    </message>
</context>
<context>
    <name>Recording</name>
    <message>
        <source>Marker</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Note at {time}:</source>
        <translation>{time} 处的备注：</translation>
    </message>
    <message>
        <source>Marked at {time}</source>
        <translation>已在 {time} 处标记</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>The recording is erased.</source>
        <translation>录制已删除。</translation>
    </message>
    <message>
        <source>Other files are still in {folder}.</source>
        <translation>{folder} 中还有其他文件。</translation>
    </message>
    <message>
        <source>Only the picture is paused. The recording goes on.</source>
        <translation>只有画面暂停，录制仍在继续。</translation>
    </message>
    <message>
        <source>Pause Recording</source>
        <translation>暂停录制</translation>
    </message>
    <message>
        <source>Recording {time}</source>
        <translation>正在录制 {time}</translation>
    </message>
    <message>
        <source>Recording paused {time}</source>
        <translation>录制已暂停 {time}</translation>
    </message>
    <message>
        <source>End &amp;Recording</source>
        <translation>结束录制(&amp;R)</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>Nothing runs that could be recorded. Start the camera first.</source>
        <translation>没有可以录制的内容。请先启动摄像头。</translation>
    </message>
    <message>
        <source>Nothing is recorded at this moment.</source>
        <translation>当前没有录制。</translation>
    </message>
    <message>
        <source>Nothing is recorded or sent to other programs at this moment.</source>
        <translation>此刻没有任何内容正在录制或发送给其他程序。</translation>
    </message>
    <message>
        <source>What is recorded</source>
        <translation>录制内容</translation>
    </message>
    <message>
        <source>The recording is in {folder}</source>
        <translation>录制保存在 {folder}</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>回看</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>It can be changed before a recording, not in it.</source>
        <translation>只能在录制之前更改，录制中不能更改。</translation>
    </message>
    <message>
        <source>It goes with each recording for research, at work and in education.</source>
        <translation>用于研究、工作或教育时，每次录制都附带同意书。</translation>
    </message>
    <message>
        <source>No video is recorded, so no face is seen.</source>
        <translation>不录制视频，因此看不到人脸。</translation>
    </message>
    <message>
        <source>Participant and Session</source>
        <translation>参与者和会话</translation>
    </message>
    <message>
        <source>&amp;Participant</source>
        <translation>参与者(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation>会话(&amp;S)</translation>
    </message>
    <message>
        <source>Both go into the name of the session&apos;s folder and into session.json. A pseudonym is enough. They are forgotten when the program ends.</source>
        <translation>两者都会写入会话文件夹的名称和 session.json。使用化名即可。程序结束后会被忘记。</translation>
    </message>
    <message>
        <source>A camera films my face, and a program on this computer guesses which expression it shows. It does not know what I feel, and it can be wrong.

Kept are figures about my face and the time and, only if I was told so, the video. Everything stays on this computer unless I am asked again.

What it is for: …
Who sees it, and until when it is kept: …

Taking part is my own choice. I can stop at any time without a reason and without any disadvantage, see what was recorded, and have it erased.</source>
        <translation>摄像头会拍摄我的脸，这台计算机上的程序会推测它呈现的表情。它不知道我的感受，也可能出错。

保存的是关于我的脸的数据和时间；只有在已经告知我的情况下才保存视频。除非再次征求我的同意，一切都留在这台计算机上。

用途：…
谁会看到，保存到何时：…

我自愿参加。我可以随时停止，无需理由，也不会因此受到任何不利；我可以查看录制的内容，并要求将其删除。</translation>
    </message>
    <message>
        <source>Consent Sheet</source>
        <translation>同意书</translation>
    </message>
    <message>
        <source>Write what people agree to.</source>
        <translation>请写明人们同意的内容。</translation>
    </message>
    <message>
        <source>Write who agrees.</source>
        <translation>请写明由谁同意。</translation>
    </message>
    <message>
        <source>Tick that they have read it and agree.</source>
        <translation>请勾选“他们已阅读并同意”。</translation>
    </message>
    <message>
        <source>Give this to the people who are recorded, or read it to them. It is kept beside the recording as consent.json, and erased with it. Write down what it is for; a study&apos;s own text may stand here instead.</source>
        <translation>请把它交给被录制的人阅读，或读给他们听。它作为 consent.json 保存在录制内容旁，并随之一起删除。请写明用途；也可以换成研究自己的文本。</translation>
    </message>
    <message>
        <source>Text of the consent</source>
        <translation>同意书正文</translation>
    </message>
    <message>
        <source>&amp;Who agrees (names or pseudonyms, with commas between)</source>
        <translation>谁同意（姓名或化名，用逗号分隔）(&amp;W)</translation>
    </message>
    <message>
        <source>They have &amp;read this, or heard it, and agree</source>
        <translation>他们已读过或听过以上内容，并表示同意(&amp;R)</translation>
    </message>
    <message>
        <source>R&amp;ecord</source>
        <translation>录制(&amp;E)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>The session is kept in {folder}</source>
        <translation>会话保存在 {folder}</translation>
    </message>
    <message>
        <source>The analysis of {name} is not kept yet.</source>
        <translation>{name} 的分析尚未保留。</translation>
    </message>
    <message>
        <source>Open Session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <source>{folder} holds no session. Choose a folder with the file session.json.</source>
        <translation>{folder} 中没有会话。请选择含有 session.json 文件的文件夹。</translation>
    </message>
    <message>
        <source>There is no video to show. The timeline shows what was found.</source>
        <translation>没有可显示的视频。时间轴显示找到的内容。</translation>
    </message>
    <message>
        <source>The video has no picture of this moment.</source>
        <translation>视频中没有这一时刻的画面。</translation>
    </message>
    <message>
        <source>How the face looked</source>
        <translation>面部看起来的样子</translation>
    </message>
    <message>
        <source>Transitions</source>
        <translation>转换</translation>
    </message>
    <message>
        <source>Table of expressions</source>
        <translation>表情表</translation>
    </message>
    <message>
        <source>Table of transitions</source>
        <translation>转换表</translation>
    </message>
    <message>
        <source>Copy Fi&amp;gures</source>
        <translation>复制数据(&amp;G)</translation>
    </message>
    <message>
        <source>Ranges that are left out of these figures: {n}.</source>
        <translation>这些数据中排除的区间：{n}。</translation>
    </message>
    <message>
        <source>No transitions</source>
        <translation>无转换</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>No face was found.</source>
        <translation>未找到面部。</translation>
    </message>
    <message>
        <source>Guesses about the expressions that were shown, not about feelings.</source>
        <translation>这是对所呈现表情的猜测，而不是对感受的判断。</translation>
    </message>
    <message>
        <source>Review: {name}</source>
        <translation>回看：{name}</translation>
    </message>
    <message>
        <source>The video is shown when all of it is analyzed.</source>
        <translation>视频全部分析完后显示。</translation>
    </message>
    <message>
        <source>The analysis of {name} is not finished. Until the program ends it can go on: open the video again.</source>
        <translation>{name} 的分析尚未完成。程序结束前可以继续：再次打开该视频即可。</translation>
    </message>
    <message>
        <source>Stop Analysis</source>
        <translation>停止分析</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Its video is said to be {file}, outside of this session&apos;s folder.</source>
        <translation>据此会话所述，其视频为 {file}，位于会话文件夹之外。</translation>
    </message>
    <message>
        <source>Show Video</source>
        <translation>显示视频</translation>
    </message>
    <message>
        <source>&amp;Face</source>
        <translation>面部(&amp;F)</translation>
    </message>
    <message>
        <source>Face whose timeline is shown</source>
        <translation>显示其时间轴的面部</translation>
    </message>
    <message>
        <source>&amp;Keep as Session</source>
        <translation>保留为会话(&amp;K)</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>The session is still being read.</source>
        <translation>仍在读取会话。</translation>
    </message>
    <message>
        <source>There is only one face.</source>
        <translation>只有一张人脸。</translation>
    </message>
    <message>
        <source>This session can&apos;t be shown.</source>
        <translation>无法显示此会话。</translation>
    </message>
    <message>
        <source>The session is shown when all of it is read.</source>
        <translation>会话全部读取后显示。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>the face is not seen</source>
        <translation>看不到该面部</translation>
    </message>
    <message>
        <source>looks like {name}, strongest {percent}</source>
        <translation>看起来像{name}，最高 {percent}</translation>
    </message>
    <message>
        <source>length {length}, faces: {n_faces}, frames: {n_frames}</source>
        <translation>时长 {length}，面部：{n_faces}，帧：{n_frames}</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} 秒</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>Share of time</source>
        <translation>时间占比</translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Mean length</source>
        <translation>平均时长</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>Lost frames</source>
        <translation>丢失帧</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Valence: mean {mean}, spread {spread}. Lost frames: {lost} of {n}.</source>
        <translation>效价：均值 {mean}，离散度 {spread}。丢失帧：{n} 帧中的 {lost}。</translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation>面部 {number}</translation>
    </message>
    <message>
        <source>{n} read</source>
        <translation>已读取 {n}</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} / {total}</translation>
    </message>
</context>
<context>
    <name>ReviewRanges</name>
    <message>
        <source>Reason, if you like</source>
        <translation>原因（可选）</translation>
    </message>
    <message>
        <source>Reason for leaving the range out</source>
        <translation>排除该区间的原因</translation>
    </message>
    <message>
        <source>&amp;Leave Out</source>
        <translation>排除(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Count Again</source>
        <translation>重新计入(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Click first on a range that is left out.</source>
        <translation>请先点击一个被排除的区间。</translation>
    </message>
    <message>
        <source>Nothing was left out or counted again yet.</source>
        <translation>还没有排除或重新计入任何内容。</translation>
    </message>
    <message>
        <source>Left out: {start} to {end}. {reason}</source>
        <translation>已排除：{start} 至 {end}。{reason}</translation>
    </message>
    <message>
        <source>Selected: {start} to {end}</source>
        <translation>已选：{start} 至 {end}</translation>
    </message>
    <message>
        <source>Ranges left out of the figures: {n}, {length} s together</source>
        <translation>数据中排除的区间：{n} 个，共 {length} 秒</translation>
    </message>
    <message>
        <source>Drag over the timeline, or press I and O, to select a range.</source>
        <translation>在时间轴上拖动，或按 I 和 O，即可选择区间。</translation>
    </message>
</context>
<context>
    <name>ReviewTimeline</name>
    <message>
        <source>Timeline of the session</source>
        <translation>会话时间轴</translation>
    </message>
    <message>
        <source>Click: go there. Drag: select a range. Wheel: zoom; with Shift: move.</source>
        <translation>点击：跳转。拖动：选择区间。滚轮：缩放；按住 Shift：移动。</translation>
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
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>A frame back</source>
        <translation>后退一帧</translation>
    </message>
    <message>
        <source>A frame on</source>
        <translation>前进一帧</translation>
    </message>
    <message>
        <source>Previous marker</source>
        <translation>上一个标记</translation>
    </message>
    <message>
        <source>Next marker</source>
        <translation>下一个标记</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>到开头</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>到结尾</translation>
    </message>
    <message>
        <source>It has no markers.</source>
        <translation>没有标记。</translation>
    </message>
    <message>
        <source>Moment of the session</source>
        <translation>会话时刻</translation>
    </message>
    <message>
        <source>{now} of {whole}</source>
        <translation>{now} / {whole}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>S&amp;how the First Page</source>
        <translation>显示欢迎页(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Reset to Defaults</source>
        <translation>恢复默认设置(&amp;R)</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>All settings are as at the first start.</source>
        <translation>所有设置均已恢复为首次启动时的状态。</translation>
    </message>
    <message>
        <source>Export Settings</source>
        <translation>导出设置</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>设置 (*.json)</translation>
    </message>
    <message>
        <source>The settings are in {name}.</source>
        <translation>设置已保存到 {name}。</translation>
    </message>
    <message>
        <source>Import Settings</source>
        <translation>导入设置</translation>
    </message>
    <message>
        <source>The settings of {name} are used now.</source>
        <translation>现已使用 {name} 中的设置。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>常规(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L):</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>主题(&amp;T):</translation>
    </message>
    <message>
        <source>Less &amp;motion</source>
        <translation>减弱动态效果(&amp;M)</translation>
    </message>
    <message>
        <source>No flash, and fewer steps of the timeline.</source>
        <translation>不闪光，并减少时间线的更新次数。</translation>
    </message>
    <message>
        <source>T&amp;ell results to screen readers</source>
        <translation>向屏幕阅读器播报结果(&amp;E)</translation>
    </message>
    <message>
        <source>When the result changes, at most once a second.</source>
        <translation>结果变化时播报，每秒最多一次。</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Mirror cameras</source>
        <translation>镜像摄像头(&amp;M)</translation>
    </message>
    <message>
        <source>As people know themselves. Only on the screen, never in files.</source>
        <translation>如同照镜子。仅用于屏幕显示，不影响文件。</translation>
    </message>
    <message>
        <source>&amp;Boxes around faces</source>
        <translation>人脸周围的框(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Labels beside faces</source>
        <translation>人脸旁的标签(&amp;L)</translation>
    </message>
    <message>
        <source>P&amp;ercentages behind labels</source>
        <translation>标签后的百分比(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Numbers, where there are several faces</source>
        <translation>有多张人脸时显示编号(&amp;N)</translation>
    </message>
    <message>
        <source>Bar&amp;s of the strongest probabilities</source>
        <translation>最高概率的条形图(&amp;S)</translation>
    </message>
    <message>
        <source>Si&amp;ze of the overlay:</source>
        <translation>叠加层大小(&amp;Z):</translation>
    </message>
    <message>
        <source>&amp;Opacity of the overlay:</source>
        <translation>叠加层不透明度(&amp;O):</translation>
    </message>
    <message>
        <source>Si&amp;de panel</source>
        <translation>侧边栏(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Timeline shows:</source>
        <translation>时间线显示(&amp;T):</translation>
    </message>
    <message>
        <source>10 seconds</source>
        <translation>10 秒</translation>
    </message>
    <message>
        <source>30 seconds</source>
        <translation>30 秒</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 分钟</translation>
    </message>
    <message>
        <source>2 minutes</source>
        <translation>2 分钟</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 分钟</translation>
    </message>
    <message>
        <source>&amp;Analysis</source>
        <translation>分析(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation>模型(&amp;M):</translation>
    </message>
    <message>
        <source>Names the expressions. The Model menu adds one of your own.</source>
        <translation>用于识别表情。可通过“模型”菜单添加您自己的模型。</translation>
    </message>
    <message>
        <source>E&amp;ngine:</source>
        <translation>引擎(&amp;N):</translation>
    </message>
    <message>
        <source>What computes the model. LiteRT starts at once.</source>
        <translation>用于运算模型。LiteRT 可立即启动。</translation>
    </message>
    <message>
        <source>&amp;Least confidence:</source>
        <translation>最低置信度(&amp;L):</translation>
    </message>
    <message>
        <source>Below it the result is “not sure”.</source>
        <translation>低于此值时，结果为“不确定”。</translation>
    </message>
    <message>
        <source>The m&amp;odel&apos;s own</source>
        <translation>使用模型自带的值(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Smoothing:</source>
        <translation>平滑(&amp;S):</translation>
    </message>
    <message>
        <source>More is steadier, less is quicker; 0 is off.</source>
        <translation>值越大越平稳，越小越灵敏；0 为关闭。</translation>
    </message>
    <message>
        <source>&amp;Hold a lost face:</source>
        <translation>保留丢失的人脸(&amp;H):</translation>
    </message>
    <message>
        <source>So long it stays where it was seen last.</source>
        <translation>在此时间内，它停留在最后出现的位置。</translation>
    </message>
    <message>
        <source>Search &amp;for faces:</source>
        <translation>查找人脸(&amp;F):</translation>
    </message>
    <message>
        <source>Search in vid&amp;eo files:</source>
        <translation>视频文件中的查找(&amp;V):</translation>
    </message>
    <message>
        <source>Snapshots &amp;folder:</source>
        <translation>快照文件夹(&amp;F):</translation>
    </message>
    <message>
        <source>Recor&amp;dings folder:</source>
        <translation>录制文件夹(&amp;D):</translation>
    </message>
    <message>
        <source>Begin each &amp;with a consent sheet</source>
        <translation>每次录制前先签同意书(&amp;C)</translation>
    </message>
    <message>
        <source>Of files that are analyzed for review. Less is quicker.</source>
        <translation>用于分析供回看的文件。越低越快。</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>彻底</translation>
    </message>
    <message>
        <source>Smalles&amp;t face:</source>
        <translation>最小人脸(&amp;E):</translation>
    </message>
    <message>
        <source>Of the picture&apos;s longer side, in live video. More is quicker.</source>
        <translation>占画面长边的比例，用于实时视频。值越大越快。</translation>
    </message>
    <message>
        <source>As small as can be found</source>
        <translation>能找到的最小尺寸</translation>
    </message>
    <message>
        <source>&amp;Detector:</source>
        <translation>检测器(&amp;D):</translation>
    </message>
    <message>
        <source>Haar cascades, built in</source>
        <translation>Haar 级联，内置</translation>
    </message>
    <message>
        <source>YuNet, from your file</source>
        <translation>YuNet，来自您的文件</translation>
    </message>
    <message>
        <source>&amp;YuNet&apos;s file:</source>
        <translation>YuNet 文件(&amp;Y):</translation>
    </message>
    <message>
        <source>An ONNX file of your own; none is brought along.</source>
        <translation>您自己的 ONNX 文件；程序未附带。</translation>
    </message>
    <message>
        <source>Sna&amp;pshots, Recordings</source>
        <translation>快照与录制(&amp;P)</translation>
    </message>
    <message>
        <source>Each recording is a folder of its own there.</source>
        <translation>每次录制在其中都是单独的文件夹。</translation>
    </message>
    <message>
        <source>Record the picture too, as a vid&amp;eo</source>
        <translation>同时将画面录制为视频(&amp;E)</translation>
    </message>
    <message>
        <source>Else only figures are recorded, and no picture at all.</source>
        <translation>否则只录制数据，不录制任何画面。</translation>
    </message>
    <message>
        <source>&amp;Blur faces in the video</source>
        <translation>模糊视频中的面孔(&amp;B)</translation>
    </message>
    <message>
        <source>A face that is not found is not blurred.</source>
        <translation>未检测到的面孔不会被模糊。</translation>
    </message>
    <message>
        <source>Figures of the c&amp;hosen face only</source>
        <translation>仅录制所选面孔的数据(&amp;H)</translation>
    </message>
    <message>
        <source>That is the one that you clicked; without a click the largest.</source>
        <translation>即您点击的面孔；未点击时为最大的面孔。</translation>
    </message>
    <message>
        <source>Text, who agrees and when are kept beside the recording. For research, and at work or in education, it is always asked for.</source>
        <translation>正文、同意者和时间会保存在录制内容旁。用于研究、工作或教育时始终会询问。</translation>
    </message>
    <message>
        <source>Live o&amp;utput</source>
        <translation>实时输出(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Lab Streaming Layer</source>
        <translation>Lab Streaming Layer(&amp;L)</translation>
    </message>
    <message>
        <source>Probabilities and valence of each face, as streams in a lab.</source>
        <translation>每张脸的概率和效价，作为实验室中的数据流。</translation>
    </message>
    <message>
        <source>&amp;OSC, to port 9000</source>
        <translation>OSC，发往端口 9000(&amp;O)</translation>
    </message>
    <message>
        <source>For programs of music, light and stage.</source>
        <translation>供音乐、灯光和舞台程序使用。</translation>
    </message>
    <message>
        <source>&amp;WebSocket, on port 8765</source>
        <translation>WebSocket，端口 8765(&amp;W)</translation>
    </message>
    <message>
        <source>JSON for programs of your own; http://127.0.0.1:8765 shows it in a browser. All three stay on this computer and need the extra &apos;live&apos;.</source>
        <translation>供您自己的程序使用的 JSON；http://127.0.0.1:8765 可在浏览器中查看。三者都只在本机，需要附加组件 &apos;live&apos;。</translation>
    </message>
    <message>
        <source>It is made with the first snapshot.</source>
        <translation>首次拍摄快照时创建。</translation>
    </message>
    <message>
        <source>With the &amp;overlay</source>
        <translation>包含叠加层(&amp;O)</translation>
    </message>
    <message>
        <source>With a &amp;sound</source>
        <translation>播放提示音(&amp;S)</translation>
    </message>
    <message>
        <source>With a f&amp;lash</source>
        <translation>闪光效果(&amp;L)</translation>
    </message>
    <message>
        <source>Not while there is to be less motion.</source>
        <translation>启用“减弱动态效果”时不闪光。</translation>
    </message>
    <message>
        <source>Self-&amp;timer:</source>
        <translation>定时拍摄(&amp;T):</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>此文件不存在。</translation>
    </message>
    <message>
        <source>The detector YuNet needs its file.</source>
        <translation>YuNet 检测器需要其文件。</translation>
    </message>
    <message>
        <source>YuNet needs its file; choose it below.</source>
        <translation>YuNet 需要其文件；请在下方选择。</translation>
    </message>
    <message>
        <source>Give the whole path, from the top folder on.</source>
        <translation>请输入从根文件夹开始的完整路径。</translation>
    </message>
    <message>
        <source>This is a file, not a folder.</source>
        <translation>这是文件，不是文件夹。</translation>
    </message>
    <message>
        <source>Untick the box beside it to choose a number.</source>
        <translation>取消勾选旁边的复选框即可选择数值。</translation>
    </message>
</context>
<context>
    <name>SettingsMenu</name>
    <message>
        <source>Some settings could not be read and were reset: {note}</source>
        <translation>部分设置无法读取，已重置：{note}</translation>
    </message>
    <message>
        <source>There are {n} such notes; the log file has them all.</source>
        <translation>共有 {n} 条此类提示，均已写入日志文件。</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
</context>
<context>
    <name>Snapshots</name>
    <message>
        <source>There is no picture to keep yet.</source>
        <translation>还没有可保存的画面。</translation>
    </message>
    <message>
        <source>Kept as {name} in {folder}</source>
        <translation>已保存为 {name}，位于 {folder}</translation>
    </message>
    <message>
        <source>{name} can&apos;t be deleted ({reason}).</source>
        <translation>无法删除 {name}（{reason}）。</translation>
    </message>
    <message>
        <source>{name} is deleted again</source>
        <translation>已删除 {name}</translation>
    </message>
    <message>
        <source>No snapshot was taken yet.</source>
        <translation>还没有拍摄快照。</translation>
    </message>
    <message>
        <source>There is no picture to copy yet.</source>
        <translation>还没有可复制的画面。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Save Picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg)</source>
        <translation>图片 (*.png *.jpg)</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>已保存 {name}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>{rate} frames/s    latency {latency} ms    {dropped} dropped</source>
        <translation>{rate} 帧/秒    延迟 {latency} 毫秒    丢弃 {dropped} 帧</translation>
    </message>
    <message>
        <source>Model {model}, engine {engine}</source>
        <translation>模型 {model}，引擎 {engine}</translation>
    </message>
</context>
<context>
    <name>Stream</name>
    <message>
        <source>Write the address of the stream.</source>
        <translation>请输入网络流的地址。</translation>
    </message>
    <message>
        <source>An address begins with rtsp://, rtsps://, http:// or https://.</source>
        <translation>地址须以 rtsp://、rtsps://、http:// 或 https:// 开头。</translation>
    </message>
    <message>
        <source>The address names no computer, such as 192.168.1.20.</source>
        <translation>地址中没有主机，例如 192.168.1.20。</translation>
    </message>
    <message>
        <source>What stands behind the colon is no port: a number from 1 to 65535.</source>
        <translation>冒号后不是端口：应为 1 到 65535 之间的数字。</translation>
    </message>
    <message>
        <source>An address has no spaces.</source>
        <translation>地址中不能有空格。</translation>
    </message>
    <message>
        <source>Open Stream</source>
        <translation>打开网络流</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>地址(&amp;A):</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>用户(&amp;U):</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>密码(&amp;P):</translation>
    </message>
    <message>
        <source>&amp;Remember the password</source>
        <translation>记住密码(&amp;R)</translation>
    </message>
    <message>
        <source>It is kept in the keyring of this system.</source>
        <translation>密码保存在本系统的密钥环中。</translation>
    </message>
    <message>
        <source>There is no keyring that this program can use, so no password is kept.</source>
        <translation>没有本程序可用的密钥环，因此不会保存密码。</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>检查(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Looking for a picture…</source>
        <translation>正在获取画面…</translation>
    </message>
    <message>
        <source>There is a picture of {width} x {height} pixels.</source>
        <translation>已获取 {width} x {height} 像素的画面。</translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>Keep the faces that you correct on this computer?

Of each face that you name are kept: the face cut out of its picture, your label, what the model said, the name of the picture, video or camera, the person if you write one, and the time. Nothing else is kept, and nothing leaves this computer.

Pictures of faces are personal data. Correct only faces of people who have agreed to it, tell them what it is for, and erase what is not needed any more: Model &gt; Corrections shows, exports and erases everything.</source>
        <translation>是否在这台计算机上保留您纠正的人脸？

对于您命名的每张人脸，会保留：从图片中裁出的人脸、您给出的标签、模型的回答、图片、视频或摄像头的名称、您填写的人员（如有）以及时间。除此之外不保留任何内容，也没有任何内容离开这台计算机。

人脸图片属于个人数据。请只纠正已表示同意的人的面部，告诉他们用途，并删除不再需要的内容：“模型 &gt; 纠正记录”可以查看、导出和删除全部内容。</translation>
    </message>
    <message>
        <source>Keep Corrections</source>
        <translation>保留纠正记录</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Erase the only correction? It can&apos;t be brought back.</source>
        <translation>删除这唯一的一条纠正记录？删除后无法恢复。</translation>
    </message>
    <message>
        <source>Erase all {n} corrections? They can&apos;t be brought back.</source>
        <translation>要删除全部 {n} 条纠正记录吗？删除后无法恢复。</translation>
    </message>
    <message>
        <source>Erase Corrections</source>
        <translation>删除纠正记录</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Remove the model {name}? Its folder is deleted.</source>
        <translation>要移除模型 {name} 吗？其文件夹将被删除。</translation>
    </message>
    <message>
        <source>Remove Taught Model</source>
        <translation>删除教过的模型</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>There is no face to name here, or none was found yet.</source>
        <translation>这里没有可命名的人脸，或尚未找到。</translation>
    </message>
    <message>
        <source>Kept: {label} (the model said {said}). {n} in all.</source>
        <translation>已保留：{label}（模型的回答：{said}）。共 {n} 条。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的内容。</translation>
    </message>
    <message>
        <source>Undone: {label}. {n} in all.</source>
        <translation>已撤销：{label}。共 {n} 条。</translation>
    </message>
    <message>
        <source>Correcting</source>
        <translation>纠正中</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo the last correction ({key})</source>
        <translation>撤销上一次纠正 ({key})</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>if you like</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>What does this face really look like?</source>
        <translation>这张脸实际看起来是什么表情？</translation>
    </message>
    <message>
        <source>Faces of one person are held back together when a model is judged.</source>
        <translation>评判模型时，同一个人的人脸会一起留出。</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>纠正记录</translation>
    </message>
    <message>
        <source>Named faces</source>
        <translation>已命名的人脸</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>看起来是</translation>
    </message>
    <message>
        <source>The model said</source>
        <translation>模型的回答</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Erase &amp;All…</source>
        <translation>全部删除(&amp;A)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{n} corrections, in {folder}. They never leave this computer by themselves.</source>
        <translation>{n} 条纠正记录，位于 {folder}。它们绝不会自行离开这台计算机。</translation>
    </message>
    <message>
        <source>1 correction, in {folder}. It never leaves this computer by itself.</source>
        <translation>1 条纠正记录，位于 {folder}。它不会自行离开这台电脑。</translation>
    </message>
    <message>
        <source>None yet. Model &gt; Correct Expressions (C) switches the keys 1 to 8 on, with which you say what a face really looks like. They would be kept in {folder}.</source>
        <translation>尚无。“模型 &gt; 纠正表情”(C) 会启用按键 1 到 8，您可以用它们说明一张脸看起来到底是什么表情。它们将保存在 {folder} 中。</translation>
    </message>
    <message>
        <source>There are no named faces yet.</source>
        <translation>还没有已命名的人脸。</translation>
    </message>
    <message>
        <source>Choose faces in the list.</source>
        <translation>请在列表中选择人脸。</translation>
    </message>
    <message>
        <source>Nothing was removed yet.</source>
        <translation>还没有移除任何内容。</translation>
    </message>
    <message>
        <source>Export Corrections to an Empty Folder</source>
        <translation>将纠正记录导出到空文件夹</translation>
    </message>
    <message>
        <source>1 face is in {folder}, in a folder named after its expression.</source>
        <translation>1 张人脸已存入 {folder}，位于以其表情命名的文件夹中。</translation>
    </message>
    <message>
        <source>{n} faces are in {folder}, one folder for each expression.</source>
        <translation>{n} 张人脸已在 {folder} 中，每种表情一个文件夹。</translation>
    </message>
    <message>
        <source>My corrections</source>
        <translation>我的纠正记录</translation>
    </message>
    <message>
        <source>Choose a folder of labelled pictures first.</source>
        <translation>请先选择带标签图片的文件夹。</translation>
    </message>
    <message>
        <source>There are no corrections yet. Model &gt; Correct Expressions (C) makes them.</source>
        <translation>还没有纠正记录。可用“模型 &gt; 纠正表情”(C) 添加。</translation>
    </message>
    <message>
        <source>My corrections ({n})</source>
        <translation>我的纠正记录（{n}）</translation>
    </message>
    <message>
        <source>A folder of labelled pictures</source>
        <translation>带标签图片的文件夹</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Its pictures are faces that are cut out already</source>
        <translation>其中的图片已是裁好的人脸</translation>
    </message>
    <message>
        <source>One folder inside for each expression, named in English: anger, contempt, disgust, fear, happiness, neutral, sadness, surprise. FER+ is known too.</source>
        <translation>其中每种表情一个文件夹，以英文命名：anger、contempt、disgust、fear、happiness、neutral、sadness、surprise。也支持 FER+。</translation>
    </message>
    <message>
        <source>Folder of Labelled Pictures</source>
        <translation>带标签图片的文件夹</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The last layer is fitted and judged…</source>
        <translation>正在拟合并评判最后一层…</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Training: {done} of {total} epochs</source>
        <translation>训练：{total} 轮中的第 {done} 轮</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>无人脸</translation>
    </message>
    <message>
        <source>The model said: {label}</source>
        <translation>模型的回答：{label}</translation>
    </message>
    <message>
        <source>Labelled: {label}</source>
        <translation>标签：{label}</translation>
    </message>
    <message>
        <source>{n} labelled {truth}, named {said}. A click opens them.</source>
        <translation>{n} 张标签为 {truth}，回答为 {said}。点击即可打开。</translation>
    </message>
    <message>
        <source>Measure on My Pictures</source>
        <translation>在我的图片上测量</translation>
    </message>
    <message>
        <source>&amp;Pictures</source>
        <translation>图片(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Beside it</source>
        <translation>对照(&amp;B)</translation>
    </message>
    <message>
        <source>Me&amp;asure</source>
        <translation>测量(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Web page (*.html);;JSON (*.json)</source>
        <translation>网页 (*.html);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Save Measurement</source>
        <translation>保存测量结果</translation>
    </message>
    <message>
        <source>The measurement is in {file}</source>
        <translation>测量结果在 {file}</translation>
    </message>
    <message>
        <source>It is being measured.</source>
        <translation>正在测量。</translation>
    </message>
    <message>
        <source>Measure first.</source>
        <translation>请先测量。</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value}（{low} 至 {high}）</translation>
    </message>
    <message>
        <source>Faces of a web search (FER+)</source>
        <translation>网络搜索得到的人脸 (FER+)</translation>
    </message>
    <message>
        <source>Press photographs of public figures</source>
        <translation>公众人物的新闻照片</translation>
    </message>
    <message>
        <source>Adults in the USA, posed (CK+)</source>
        <translation>美国成年人，摆拍 (CK+)</translation>
    </message>
    <message>
        <source>Performers in Taiwan, posed</source>
        <translation>台湾演员，摆拍</translation>
    </message>
    <message>
        <source>What the card of {name} says, by whom it was measured on</source>
        <translation>{name} 的模型卡中的数据，按测量对象列出</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Mean over the expressions</source>
        <translation>各表情的平均</translation>
    </message>
    <message>
        <source>Weak in</source>
        <translation>薄弱之处</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Its training pictures hold few children, old people and dark-skinned people, and hardly anybody from the side: expect more mistakes there. Their groups were never measured one by one, for no label tells them.</source>
        <translation>其训练图片中儿童、老人和深肤色的人很少，侧脸几乎没有：在这些人身上会出现更多错误。由于没有相应的标注，这些群体从未被单独测量过。</translation>
    </message>
    <message>
        <source>Its card does not tell whose faces it learned from.</source>
        <translation>其模型卡没有说明它是从哪些人的脸上学习的。</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>模型卡</translation>
    </message>
    <message>
        <source>Pictures: {n}; more that could not be read: {lost}. A click on a cell opens the pictures behind it. The figures hold for these pictures and their labels only; with few pictures of an expression they say little about it.</source>
        <translation>图片：{n} 张；另有无法读取的：{lost} 张。点击单元格可打开对应的图片。数据仅适用于这些图片及其标签；某种表情的图片很少时，数据说明不了什么。</translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <translation>宏平均 F1</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Right where it is sure</source>
        <translation>确定时的正确率</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>校准误差</translation>
    </message>
    <message>
        <source>Faces found</source>
        <translation>找到的人脸</translation>
    </message>
    <message>
        <source>Answers with a confidence of 80 % or more: {n}, of which {right} are right.</source>
        <translation>置信度不低于 80 % 的回答：{n} 个，其中 {right} 是正确的。</translation>
    </message>
    <message>
        <source>Few pictures of: {names}.</source>
        <translation>图片较少：{names}。</translation>
    </message>
    <message>
        <source>The model in use was not taught here.</source>
        <translation>当前使用的模型不是在这里训练的。</translation>
    </message>
    <message>
        <source>The model {name} is used from now on; the Model menu switches back.</source>
        <translation>从现在起使用模型 {name}；可在“模型”菜单中换回。</translation>
    </message>
    <message>
        <source>Teach a Model</source>
        <translation>教模型</translation>
    </message>
    <message>
        <source>&amp;What learns</source>
        <translation>学习部分(&amp;W)</translation>
    </message>
    <message>
        <source>The last layer, in seconds</source>
        <translation>最后一层，几秒钟</translation>
    </message>
    <message>
        <source>The whole network with Keras, in minutes</source>
        <translation>用 Keras 训练整个网络，几分钟</translation>
    </message>
    <message>
        <source>&amp;Find more often</source>
        <translation>更常识别(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>All expressions alike</source>
        <translation>所有表情同等对待</translation>
    </message>
    <message>
        <source>All layers of the model learn. A fifth of the pictures of each expression is kept aside and only measured; people in them may be in the others too, so the figures speak for these people. If any expression is found less often by more than {most}, nothing is made.</source>
        <translation>模型的所有层都会学习。每种表情有五分之一的图片被留出，只用于测量；其中的人也可能出现在其余图片里，因此这些数字只说明这些人的情况。如果任何表情被识别的比例下降超过 {most}，就不会生成模型。</translation>
    </message>
    <message>
        <source>Only the last layer of the model is taught, near the one it has. Faces are judged by a layer that saw no other picture of the same person or source. If any expression is found less often by more than {most}, nothing is made.</source>
        <translation>只教模型的最后一层，并使其接近原有的那一层。评判人脸的那一层没有见过同一人或同一来源的其他图片。只要有任何一种表情的识别率下降超过 {most}，就不会生成模型。</translation>
    </message>
    <message>
        <source>A model is being taught.</source>
        <translation>正在教模型。</translation>
    </message>
    <message>
        <source>Where the whole network learns, all expressions count alike.</source>
        <translation>训练整个网络时，所有表情同等对待。</translation>
    </message>
    <message>
        <source>Teach a model first.</source>
        <translation>请先教一个模型。</translation>
    </message>
    <message>
        <source>No model was made.</source>
        <translation>未生成模型。</translation>
    </message>
    <message>
        <source>A name begins with a letter or digit; spaces, points, - and _ may follow.</source>
        <translation>名称以字母或数字开头，其后可以有空格、点、- 和 _。</translation>
    </message>
    <message>
        <source>&amp;Teach</source>
        <translation>教(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Keep and Use</source>
        <translation>保留并使用(&amp;K)</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>Found before</source>
        <translation>之前识别</translation>
    </message>
    <message>
        <source>Found after</source>
        <translation>之后识别</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>No model was made: at least two expressions need five faces each. Name faces that the model gets right too, so that it does not forget them.</source>
        <translation>未生成模型：至少两种表情各需要五张人脸。也请为模型判断正确的人脸命名，以免它忘记。</translation>
    </message>
    <message>
        <source>No model was made: {needed} faces are needed (found: {found}).</source>
        <translation>未生成模型：需要 {needed} 张人脸（现有：{found}）。</translation>
    </message>
    <message>
        <source>No model was made: {needed} faces of {label} are needed (found: {found}).</source>
        <translation>未生成模型：需要 {needed} 张{label}的人脸（现有：{found}）。</translation>
    </message>
    <message>
        <source>No model was made: faces of {needed} persons or sources are needed to judge it on others (found: {found}).</source>
        <translation>未生成模型：需要来自 {needed} 个人或来源的人脸，才能在其他人身上评判（现有：{found}）。</translation>
    </message>
    <message>
        <source>No model was made: {label} would be found less often by {fall}. More faces of it, those that are right too, may help.</source>
        <translation>未生成模型：{label} 的识别率会下降 {fall}。增加这种表情的人脸（包括判断正确的）可能有帮助。</translation>
    </message>
    <message>
        <source>No model was made: it would not be better on the pictures that were kept aside. More pictures may help.</source>
        <translation>未生成模型：在留出的图片上它不会更好。更多图片可能有帮助。</translation>
    </message>
    <message>
        <source>No model was made: {label} would not be found more often on other persons. Faces of more persons may help.</source>
        <translation>未生成模型：在其他人身上，{label} 不会被更常识别。更多人的人脸可能有帮助。</translation>
    </message>
    <message>
        <source>No model was made: it would not be better on other persons. Faces of more persons may help.</source>
        <translation>未生成模型：它在其他人身上不会更好。更多人的人脸可能有帮助。</translation>
    </message>
    <message>
        <source>On persons that were held back, the mean over the expressions goes from {before} to {after}: a change of {change} (95 % interval {low} to {high}), with {n} faces of {groups} persons or sources.</source>
        <translation>在留出的人身上，各表情的平均从 {before} 变为 {after}：变化 {change}（95 % 区间 {low} 至 {high}），共 {n} 张人脸，来自 {groups} 个人或来源。</translation>
    </message>
    <message>
        <source>On {n} pictures that were kept aside, the mean over the expressions goes from {before} to {after}.</source>
        <translation>在留出的 {n} 张图片上，各表情的平均值从 {before} 变为 {after}。</translation>
    </message>
    <message>
        <source>The whole network is taught by the training workshop, which is only in a checkout of the program&apos;s source, and this program is installed without it. The last layer can be taught here.</source>
        <translation>整个网络要用训练工坊来教，它只在程序源代码的检出里，而此程序安装时不带它。这里可以教最后一层。</translation>
    </message>
    <message>
        <source>The whole network is taught with TensorFlow and Keras, which are not installed: the extra &apos;keras&apos; brings them. The last layer can be taught without.</source>
        <translation>整个网络要用 TensorFlow 和 Keras 来教，它们尚未安装：附加包“keras”会带来它们。教最后一层不需要它们。</translation>
    </message>
    <message>
        <source>{name} has no model.keras: only its last layer can be taught.</source>
        <translation>{name} 没有 model.keras：只能教它的最后一层。</translation>
    </message>
    <message>
        <source>What the Network Looks At</source>
        <translation>网络在看什么</translation>
    </message>
    <message>
        <source>Coloured parts make the answer less sure when they are covered. This says what the answer hangs on, not whether it is right, and nothing about the person.</source>
        <translation>遮住有颜色的部分时，回答会变得不那么确定。这说明回答取决于哪里，而不说明它是否正确，也不说明这个人的任何情况。</translation>
    </message>
    <message>
        <source>There is no face. Start the camera, or open pictures.</source>
        <translation>没有人脸。请启动摄像头或打开图片。</translation>
    </message>
    <message>
        <source>The chosen face is looked at…</source>
        <translation>正在查看所选的人脸…</translation>
    </message>
    <message>
        <source>What makes this face look like {label}:</source>
        <translation>这张脸看起来是{label}，依据是：</translation>
    </message>
    <message>
        <source>In force now</source>
        <translation>目前生效</translation>
    </message>
    <message>
        <source>Corrected by</source>
        <translation>校正方式</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>对谁</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>直到</translation>
    </message>
    <message>
        <source>End &amp;It</source>
        <translation>结束(&amp;I)</translation>
    </message>
    <message>
        <source>A neutral face corrects only what is shown; raw values stay as the model gave them, in recordings too. The named faces below change nothing until a model is taught with them.</source>
        <translation>中性表情只校正显示的结果；原始值保持模型给出的样子，录制内容中也是如此。下面已命名的人脸在用来教模型之前不会改变任何结果。</translation>
    </message>
    <message>
        <source>Nothing. A neutral face (Faces &gt; This Is My Neutral Face) corrects one face while it is in the picture; a model that was taught here corrects everybody&apos;s results. The named faces below change nothing until a model is taught with them.</source>
        <translation>无。中性表情（“人脸 &gt; 设为我的中性表情”）在一张脸处于画面中时校正它；在这里教过的模型会校正所有人的结果。下面已命名的人脸在用来教模型之前不会改变任何结果。</translation>
    </message>
    <message>
        <source>Neutral face (it looked like {what})</source>
        <translation>中性表情（当时看起来像{what}）</translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation>面部 {number}</translation>
    </message>
    <message>
        <source>The face leaves the picture, or the source or the model changes</source>
        <translation>该脸离开画面，或来源或模型改变</translation>
    </message>
    <message>
        <source>Taught model {name}</source>
        <translation>教过的模型 {name}</translation>
    </message>
    <message>
        <source>Everybody; taught with {n} faces of {groups} persons or sources</source>
        <translation>所有人；用来自 {groups} 个人或来源的 {n} 张人脸教成</translation>
    </message>
    <message>
        <source>Another model is chosen</source>
        <translation>选择了其他模型</translation>
    </message>
    <message>
        <source>Choose a line of the list.</source>
        <translation>请选择列表中的一行。</translation>
    </message>
    <message>
        <source>Write the address of the cluster&apos;s scheduler first.</source>
        <translation>请先填写集群调度器的地址。</translation>
    </message>
    <message>
        <source>On a Dask &amp;cluster:</source>
        <translation>在 Dask 集群上(&amp;C)：</translation>
    </message>
    <message>
        <source>Address of the scheduler</source>
        <translation>调度器地址</translation>
    </message>
    <message>
        <source>Pictures then leave this computer for the cluster&apos;s machines, which must see the folder under the same path and have the same version of this program. A scheduler runs whatever anyone sends it: use it in a network that you trust.</source>
        <translation>图片随后会离开这台计算机，发送到集群中的机器；它们必须能以相同路径看到该文件夹，并安装相同版本的本程序。调度器会运行任何人发给它的内容：请在您信任的网络中使用。</translation>
    </message>
    <message>
        <source>{window}: it is not finished, and what was found so far would be lost.</source>
        <translation>{window}：尚未完成，目前已得到的内容会丢失。</translation>
    </message>
    <message>
        <source>{window}: the result is not kept yet.</source>
        <translation>{window}：结果尚未保存。</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline of the eight expressions</source>
        <translation>八种表情的时间线</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>随时间变化</translation>
    </message>
    <message>
        <source>Time span of the timeline</source>
        <translation>时间线的时间范围</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} 秒</translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation>{number} 分钟</translation>
    </message>
    <message>
        <source>The face is not seen at the moment.</source>
        <translation>目前看不到此人脸。</translation>
    </message>
    <message>
        <source>Strongest now: {first} {percent}, then {second} {other}.</source>
        <translation>目前最强：{first} {percent}，其次是{second} {other}。</translation>
    </message>
</context>
<context>
    <name>TimelinePlot</name>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>-{number} s</source>
        <translation>-{number} 秒</translation>
    </message>
    <message>
        <source>-{number} min</source>
        <translation>-{number} 分钟</translation>
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
        <translation>没有打开的视频。</translation>
    </message>
    <message>
        <source>A video plays straight on while it is recorded.</source>
        <translation>录制期间视频只能顺序播放。</translation>
    </message>
    <message>
        <source>While a video is recorded, every frame is analyzed.</source>
        <translation>录制视频期间会逐帧分析。</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Moment of the video</source>
        <translation>视频位置</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Speed: {speed}</source>
        <translation>速度：{speed}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
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
        <translation>光线</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>清晰度</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>朝向</translation>
    </message>
    <message>
        <source>Free View</source>
        <translation>无遮挡</translation>
    </message>
    <message>
        <source>Light and Position</source>
        <translation>光线与位置</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>录制(&amp;R)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing is shown live. Start the camera first.</source>
        <translation>没有实时画面。请先启动摄像头。</translation>
    </message>
    <message>
        <source>No face is seen. Sit before the camera.</source>
        <translation>没有看到面部。请坐到摄像头前。</translation>
    </message>
    <message>
        <source>Something can be better:</source>
        <translation>有可以改进的地方：</translation>
    </message>
    <message>
        <source>All is well: it can be recorded.</source>
        <translation>一切良好，可以录制。</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良好</translation>
    </message>
</context>
<context>
    <name>ViewOptions</name>
    <message>
        <source>Leave Mini View</source>
        <translation>退出迷你视图</translation>
    </message>
    <message>
        <source>Leave Full Screen</source>
        <translation>退出全屏</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>It names the expression that a face shows: live from a camera, in pictures and in videos.</source>
        <translation>本程序指出人脸所呈现的表情：可来自摄像头实时画面、图片或视频。</translation>
    </message>
    <message>
        <source>Everything runs on this computer. No picture leaves it, and none is kept unless you save it.</source>
        <translation>一切都在这台计算机上运行。任何图片都不会离开它，除非您保存，否则也不会保留。</translation>
    </message>
    <message>
        <source>A result is a guess about the expression that is shown, not about what somebody feels. It can be wrong.</source>
        <translation>结果是对所呈现表情的推测，而非对内心感受的推测，并且可能出错。</translation>
    </message>
    <message>
        <source>In the European Union, reading emotions at work or in education is forbidden, except for medical or safety reasons (AI Act, Article 5(1)(f)).</source>
        <translation>在欧盟，禁止在工作和教育领域推断情绪，出于医疗或安全原因的除外（《人工智能法案》(AI Act) 第 5 条第 1 款 (f) 项）。</translation>
    </message>
    <message>
        <source>Where it is allowed, the people in the picture must be told that their expressions are analyzed, before it begins (Article 50(3)).</source>
        <translation>在允许的情况下，必须在分析开始之前告知画面中的人，他们的表情将被分析（第 50 条第 3 款）。</translation>
    </message>
    <message>
        <source>Welcome to FER Desktop</source>
        <translation>欢迎使用 FER Desktop</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Say first what you use it for.</source>
        <translation>请先说明用途。</translation>
    </message>
    <message>
        <source>For myself: to try it, to learn, to practise</source>
        <translation>供我自己：试用、学习、练习</translation>
    </message>
    <message>
        <source>With people who know of it: art, games, a show</source>
        <translation>与知情的人一起：艺术、游戏、展示</translation>
    </message>
    <message>
        <source>Research with people who have agreed to it</source>
        <translation>与已同意的人一起进行研究</translation>
    </message>
    <message>
        <source>At work or in education: employees, applicants, pupils, students</source>
        <translation>在工作或教育中：员工、求职者、中小学生、大学生</translation>
    </message>
    <message>
        <source>For medical reasons</source>
        <translation>出于医疗原因</translation>
    </message>
    <message>
        <source>For safety reasons</source>
        <translation>出于安全原因</translation>
    </message>
    <message>
        <source>Outside the European Union, and no result is used in it</source>
        <translation>在欧盟以外，且任何结果都不在欧盟内使用</translation>
    </message>
    <message>
        <source>“The following AI practices shall be prohibited: […] the placing on the market, the putting into service for this specific purpose, or the use of AI systems to infer emotions of a natural person in the areas of workplace and education institutions, except where the use of the AI system is intended to be put in place or into the market for medical or safety reasons” (Regulation (EU) 2024/1689, Article 5(1)(f)).</source>
        <translation>“禁止以下人工智能做法：[…] 为此特定目的投放市场、投入使用或使用人工智能系统，以推断自然人在工作场所和教育机构中的情绪，但出于医疗或安全原因而打算部署或投放市场的人工智能系统除外”（条例 (EU) 2024/1689 第 5 条第 1 款 (f) 项；译文）。</translation>
    </message>
    <message>
        <source>Where none of these holds it is forbidden, and the program does not start.</source>
        <translation>如果以上都不成立，则属禁止之列，程序不会启动。</translation>
    </message>
    <message>
        <source>What do you use it for?</source>
        <translation>您用它做什么？</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>anger</source>
        <translation>愤怒</translation>
    </message>
    <message>
        <source>contempt</source>
        <translation>轻蔑</translation>
    </message>
    <message>
        <source>disgust</source>
        <translation>厌恶</translation>
    </message>
    <message>
        <source>fear</source>
        <translation>恐惧</translation>
    </message>
    <message>
        <source>happiness</source>
        <translation>高兴</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>中性</translation>
    </message>
    <message>
        <source>sadness</source>
        <translation>悲伤</translation>
    </message>
    <message>
        <source>surprise</source>
        <translation>惊讶</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>{name}, {percent}</source>
        <translation>{name}，{percent}</translation>
    </message>
    <message>
        <source>looks like {what}</source>
        <translation>看起来像{what}</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Face {number}: not sure</source>
        <translation>人脸 {number}：不确定</translation>
    </message>
    <message>
        <source>Looks like {name}</source>
        <translation>看起来像{name}</translation>
    </message>
    <message>
        <source>Face {number} looks like {name}</source>
        <translation>人脸 {number} 看起来像{name}</translation>
    </message>
</context>
</TS>
