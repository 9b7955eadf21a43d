import QtQuick
import Canter.Window

/// All that can be done by key, as the palette and the list of keys show it.
Item {
    id: commands

    required property var window

    /// Those that `wanted` is true of.
    function those(wanted) {
        const found = []
        for (let i = 0; i < all.length; ++i)
            if (wanted(all[i])) found.push(all[i])
        return found
    }

    readonly property list<Command> all: [
        Command { name: qsTr("New chat"); sequence: "Ctrl+N"; onActivated: commands.window.startChat() },
        Command { name: qsTr("Search chats"); sequence: "Ctrl+F"; onActivated: commands.window.searchChats() },
        Command { name: qsTr("Write a message"); sequence: "Ctrl+L"; onActivated: commands.window.showChat() },
        Command { name: qsTr("Attach a file"); sequence: "Ctrl+Shift+A"; onActivated: commands.window.attach() },
        Command {
            name: qsTr("Stop the answer")
            sequence: "Escape"
            enabled: commands.window.chat.answering
            onActivated: commands.window.chat.stop()
        },
        Command {
            name: qsTr("Undo the last deletion")
            sequence: "Ctrl+Z"
            onActivated: commands.window.undo()
        },
        Command {
            name: qsTr("Answer anew")
            enabled: commands.window.chat.canSend && commands.window.chat.messages.count > 0
            onActivated: commands.window.chat.regenerate(commands.window.chat.messages.count - 1)
        },
        Command {
            name: qsTr("Turn acceleration on or off")
            enabled: commands.window.chat.canAccelerate
            onActivated: commands.window.chat.setAccelerate(!commands.window.chat.accelerate)
        },
        Command { name: qsTr("Settings of this chat"); sequence: "Ctrl+Shift+S"; onActivated: commands.window.showChatSettings() },
        Command {
            name: qsTr("New folder for chats")
            onActivated: {
                const window = commands.window
                if (window.strip || window.drawn) window.toggleSidebar()
                window.sidebar.createFolder()
            }
        },
        Command { name: qsTr("Import chats"); onActivated: commands.window.importChooser.choose(commands.window) },
        Command {
            name: qsTr("Duplicate this chat")
            enabled: commands.window.session.current !== 0
            onActivated: commands.window.sidebar.duplicate(commands.window.session.current)
        },
        Command {
            name: qsTr("Move this chat to the trash")
            enabled: commands.window.session.current !== 0
            onActivated: commands.window.sidebar.remove(commands.window.session.current)
        },
        Command {
            name: qsTr("Export this chat as Markdown")
            enabled: commands.window.session.current !== 0
            onActivated: commands.window.sidebar.exportMarkdown(commands.window.session.current)
        },
        Command {
            name: qsTr("Export this chat as JSON")
            enabled: commands.window.session.current !== 0
            onActivated: commands.window.sidebar.exportJson(commands.window.session.current)
        },
        Command {
            name: qsTr("Save this chat as PDF")
            enabled: commands.window.session.current !== 0
            onActivated: commands.window.sidebar.exportPdf(commands.window.session.current)
        },
        Command {
            name: qsTr("Print this chat")
            sequence: "Ctrl+P"
            enabled: commands.window.session.current !== 0
            onActivated: commands.window.sidebar.print(commands.window.session.current)
        },
        Command { name: qsTr("Open a model"); sequence: "Ctrl+O"; onActivated: commands.window.openModel() },
        Command { name: qsTr("Tune an adapter"); onActivated: commands.window.tune() },
        Command { name: qsTr("Go to the chat"); sequence: "Ctrl+1"; onActivated: commands.window.showChat() },
        Command { name: qsTr("Go to Compare"); sequence: "Ctrl+2"; onActivated: commands.window.showPage("compare") },
        Command { name: qsTr("Go to Models"); sequence: "Ctrl+3"; onActivated: commands.window.showPage("models") },
        Command { name: qsTr("Get models"); onActivated: commands.window.showPage("get") },
        Command { name: qsTr("Go to Settings"); sequence: "Ctrl+4"; onActivated: commands.window.showPage("settings") },
        Command { name: qsTr("Go to the trash"); onActivated: commands.window.showPage("trash") },
        Command { name: qsTr("Fold or show the sidebar"); sequence: "Ctrl+B"; onActivated: commands.window.toggleSidebar() },
        Command { name: qsTr("Larger text"); sequence: "Ctrl++"; onActivated: commands.window.appearance.enlarge() },
        Command { name: qsTr("Smaller text"); sequence: "Ctrl+-"; onActivated: commands.window.appearance.reduce() },
        Command { name: qsTr("Usual text size"); sequence: "Ctrl+0"; onActivated: commands.window.appearance.resetTextSize() },
        Command { name: qsTr("All commands"); sequence: "Ctrl+K"; onActivated: commands.window.showPalette() },
        Command { name: qsTr("List of keys"); sequence: "F1"; onActivated: commands.window.showKeys() },
        Command { name: qsTr("Quit"); sequence: "Ctrl+Q"; onActivated: commands.window.close() }
    ]

    Shortcut { sequence: "Ctrl+Shift+P"; onActivated: commands.window.showPalette() }
    Shortcut { sequence: "Ctrl+="; onActivated: commands.window.appearance.enlarge() }
    Shortcut { sequences: [StandardKey.Preferences]; onActivated: commands.window.showPage("settings") }
}
