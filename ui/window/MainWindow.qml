import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import QtQuick.Templates as T
import Canter.Theme
import Canter.Blocks
import Canter.Session
import Canter.Chat
import Canter.Sidebar
import Canter.Tuning
import Canter.Downloads
import Canter.Models
import Canter.Compare
import Canter.Settings
import Canter.Window

Basic.ApplicationWindow {
    id: window

    required property Session session
    required property ModelStatus model
    required property ChatController chat
    required property SidebarController sidebar
    required property TuningController tuning
    required property ModelsController models
    required property DownloadsController downloads
    required property OffersController offers
    required property CompareController compare
    required property SettingsController preferences
    required property ServerController server
    required property WindowSettings settings
    required property FileChooser chooser
    required property FileChooser promptsChooser
    required property FileChooser textChooser
    required property FileChooser importChooser
    required property FileChooser modelFileChooser
    required property FileChooser modelFolderChooser
    required property FileChooser modelsFolderChooser
    required property Appearance appearance

    // The sidebar grows with its words, the room beside it does not shrink.
    readonly property real sidebarWidth: Math.round(264 * (1 + 0.4 * Math.max(0, Theme.textScale - 1)))
    readonly property bool drawn: width < sidebarWidth + 496
    readonly property bool cramped: width < sidebarWidth + 636
    readonly property bool strip: !drawn && (cramped || settings.sidebarFolded)
    property string page: "chats"

    /// Brings back what was deleted last, a chat or messages of one.
    function undo() {
        if (sidebar.lastDeed > chat.lastDeed) return sidebar.undo()
        if (chat.undoText) showChat()
        chat.undoRemoval()
    }
    function showPalette() { commandPalette.open() }
    function showKeys() { keys.open() }
    function tune() { tuningSheet.show() }
    function attach() {
        showChat()
        textChooser.choose(window)
    }
    function showChatSettings() {
        showChat()
        pages.openChatSettings()
    }
    function toggleSidebar() {
        if (drawn || cramped) drawer.opened ? drawer.close() : drawer.open()
        else settings.sidebarFolded = !settings.sidebarFolded
    }
    function searchChats() {
        if (drawn || width < 900) drawer.open()
        else settings.sidebarFolded = false
        Qt.callLater(() => (drawer.opened ? drawerLoader : sidebarLoader).item.focusSearch())
    }
    function openModel() { chooser.choose(window) }
    function showPage(name) {
        drawer.close()
        page = name
    }
    function showChat() {
        showPage("chats")
        pages.focusComposer()
    }
    function startChat() {
        session.newConversation()
        showChat()
    }

    width: 1180
    height: 760
    minimumWidth: 720
    minimumHeight: 520
    color: Theme.background
    title: page === "chats" && chat.title ? chat.title + " – Canter" : "Canter"
    LayoutMirroring.enabled: Qt.application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    onClosing: close => {
        if (session.unsaved === 0 || lossQuestion.agreed) return
        close.accepted = false
        lossQuestion.open()
    }
    Component.onCompleted: {
        BlockStyle.draftsMarked = settings.draftsMarked
        pages.focusComposer()
    }
    Binding { target: window.settings; property: "draftsMarked"; value: BlockStyle.draftsMarked; delayed: true }
    Binding { target: Theme; property: "scheme"; value: window.appearance.shownTheme }
    Binding { target: Theme; property: "reduceMotion"; value: window.appearance.lessMotion }
    Binding { target: Theme; property: "textScale"; value: window.appearance.textPercent / 100 }

    RowLayout {
        anchors.fill: parent
        spacing: 0

        Loader {
            id: sidebarLoader

            Layout.fillHeight: true
            Layout.preferredWidth: window.strip ? Theme.controlHeight + 20 : window.sidebarWidth
            visible: !window.drawn
            sourceComponent: window.strip ? stripComponent : sidebarComponent
        }
        ColumnLayout {
            spacing: 0

            RowLayout {
                Layout.margins: Theme.space2
                visible: window.drawn
                spacing: Theme.space2

                IconButton {
                    symbol: "sidebar"
                    text: qsTr("Show the chats")
                    onClicked: drawer.open()
                }
                Label {
                    Layout.fillWidth: true
                    text: window.page === "chats" ? window.chat.title || qsTr("New chat") : ""
                    font.pixelSize: Theme.titleSize
                    font.weight: Font.DemiBold
                    Accessible.role: Accessible.Heading
                }
                TuningLine {
                    Layout.preferredWidth: 32
                    narrow: true
                    tuning: window.tuning
                    onClicked: tuningSheet.show()
                }
                IconButton {
                    symbol: "new-chat"
                    text: qsTr("New chat")
                    onClicked: window.startChat()
                }
            }
            Pages {
                id: pages

                Layout.fillWidth: true
                Layout.fillHeight: true
                page: window.page
                session: window.session
                chat: window.chat
                model: window.model
                sidebar: window.sidebar
                models: window.models
                downloads: window.downloads
                offers: window.offers
                compare: window.compare
                settings: window.preferences
                server: window.server
                onPageWanted: name => window.showPage(name)
                onModelFileWanted: window.modelFileChooser.choose(window)
                onModelFolderWanted: window.modelFolderChooser.choose(window)
                onModelsFolderWanted: window.modelsFolderChooser.choose(window)
                onImportWanted: window.importChooser.choose(window)
                appearance: window.appearance
                onUndoWanted: window.undo()
                onAttachWanted: window.textChooser.choose(window)
                onOpenModelWanted: window.openModel()
                onTuneWanted: tuningSheet.show()
            }
        }
    }

    Component {
        id: sidebarComponent

        Sidebar {
            session: window.session
            controller: window.sidebar
            tuning: window.tuning
            downloads: window.downloads
            page: window.page
            onPageWanted: name => window.showPage(name)
            onTuningWanted: {
                drawer.close()
                tuningSheet.show()
            }
            onFoldWanted: drawer.opened ? drawer.close() : window.settings.sidebarFolded = true
            onChosen: window.showChat()
        }
    }
    Component {
        id: stripComponent

        SidebarStrip {
            session: window.session
            tuning: window.tuning
            downloads: window.downloads
            page: window.page
            onPageWanted: name => window.showPage(name)
            onTuningWanted: tuningSheet.show()
            onUnfoldWanted: window.cramped ? drawer.open() : window.settings.sidebarFolded = false
            onChosen: window.showChat()
        }
    }
    Basic.Drawer {
        id: drawer

        width: window.sidebarWidth
        height: window.height
        interactive: window.drawn || window.cramped
        edge: window.LayoutMirroring.enabled ? Qt.RightEdge : Qt.LeftEdge
        padding: 0
        background: Rectangle { color: Theme.background }
        T.Overlay.modal: Rectangle { color: "#66000000" }
        enter: Transition { NumberAnimation { property: "position"; to: 1; duration: Theme.motion } }
        exit: Transition { NumberAnimation { property: "position"; to: 0; duration: Theme.motion } }

        Loader {
            id: drawerLoader

            anchors.fill: parent
            active: drawer.visible
            sourceComponent: sidebarComponent
        }
    }

    // Charts take their time to load, which the first frame need not wait for.
    Loader {
        id: tuningSheet
        objectName: "tuningSheet"

        readonly property bool opened: item?.visible ?? false

        function show() {
            if (!item) setSource("qrc:/qt/qml/Canter/Tuning/TuningSheet.qml", { tuning: window.tuning })
            item.show()
        }
        function hide() { item?.close() }

        Connections {
            target: tuningSheet.item
            function onPromptsFileWanted() { window.promptsChooser.choose(window) }
        }
    }
    Toasts {
        anchors.fill: parent
        session: window.session
        sidebar: window.sidebar
        tuning: window.tuning
        tuningShown: tuningSheet.opened
        onChatWanted: window.showChat()
        onTuningWanted: tuningSheet.show()
    }

    LossQuestion {
        id: lossQuestion
        objectName: "lossQuestion"
        messages: window.session.unsaved
        onLossAgreed: window.close()
    }

    FileDrop {
        anchors.fill: parent
        chat: window.chat
        model: window.model
        imports: window.sidebar.imports
        onTaken: window.showChat()
    }

    Commands {
        id: allCommands
        window: window
    }
    component Shown: Loader {
        active: false
        onLoaded: item.open()

        function open() { active ? item.open() : active = true }
    }
    Shown {
        id: commandPalette
        sourceComponent: CommandPalette { commands: allCommands }
    }
    Shown {
        id: keys
        sourceComponent: KeyList { commands: allCommands }
    }
}
