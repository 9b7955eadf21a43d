import QtQuick
import Canter.Theme
import Canter.Sidebar

/// Looks for chats. Escape empties it, then leaves; the arrow down goes to what was found.
LineField {
    id: field

    required property ChatSearch search
    signal hitsWanted()
    signal abandoned()

    leftPadding: glass.width + 18
    rightPadding: clear.width + 4
    placeholderText: qsTr("Search chats")
    Accessible.name: placeholderText
    text: search.text
    onTextEdited: search.text = text
    Keys.onDownPressed: hitsWanted()
    Keys.onReturnPressed: hitsWanted()
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
    Keys.onEscapePressed: {
        if (search.active) search.text = ""
        else abandoned()
    }

    Connections {
        target: field.search
        function onTextChanged() { if (field.text !== field.search.text) field.text = field.search.text }
    }
    Icon {
        id: glass

        anchors { left: parent.left; leftMargin: Theme.space3; verticalCenter: parent.verticalCenter }
        name: "search"
        size: 16
        color: Theme.muted
    }
    IconButton {
        id: clear

        anchors { right: parent.right; rightMargin: 3; verticalCenter: parent.verticalCenter }
        visible: field.search.active
        space: 12
        symbol: "close"
        symbolSize: 14
        text: qsTr("Clear the search")
        focusPolicy: Qt.NoFocus
        onClicked: field.search.text = ""
    }
}
