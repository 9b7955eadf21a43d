import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Canter.Theme
import Canter.Window

/// Finds a command by its name and runs it.
Dialog {
    id: finder

    required property Commands commands

    function run(command) {
        close()
        Qt.callLater(() => command.activated())
    }
    function search(text) {
        const words = text.toLowerCase().split(/\s+/)
        list.found = commands.those(each => each.enabled && words.every(word => each.name.toLowerCase().includes(word)))
        list.currentIndex = 0
    }

    title: qsTr("All commands")
    onAboutToShow: {
        field.clear()
        search("")
    }
    onOpened: field.forceActiveFocus()

    LineField {
        id: field

        Layout.fillWidth: true
        placeholderText: qsTr("Search commands")
        Accessible.name: placeholderText
        onTextEdited: finder.search(text)
        Keys.onDownPressed: list.incrementCurrentIndex()
        Keys.onUpPressed: list.decrementCurrentIndex()
        onAccepted: if (list.currentItem) finder.run(list.found[list.currentIndex])
    }
    ListView {
        id: list

        property var found: []

        Layout.fillWidth: true
        Layout.preferredHeight: Math.max(Theme.controlHeight, Math.min(contentHeight, 10 * Theme.controlHeight))
        model: found
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        Accessible.role: Accessible.List
        Accessible.name: finder.title
        Basic.ScrollBar.vertical: ScrollBar {}

        delegate: CommandRow {
            required property int index
            required property var modelData

            width: list.width
            name: modelData.name
            keys: modelData.keys
            current: ListView.isCurrentItem
            onClicked: finder.run(modelData)
        }
    }
    Label {
        visible: list.count === 0
        text: qsTr("No command is called so.")
        color: Theme.muted
    }
}
