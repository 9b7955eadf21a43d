import QtQuick
import Canter.Theme

/// What can be done with a message, where it was clicked: what its buttons do, and to copy the part
/// of its text that is selected.
Menu {
    id: menu

    property var actions: []  ///< the buttons
    property Item selected: null  ///< a text of which something is selected
    property int from: 0
    property int to: 0

    function show(buttons, focused) {
        // The menu takes the focus, and with it a text forgets what was selected.
        selected = focused?.selectedText ? focused : null
        from = selected?.selectionStart ?? 0
        to = selected?.selectionEnd ?? 0
        actions = buttons
        popup()
    }

    onClosed: selected = null

    MenuItem {
        visible: menu.selected !== null
        height: visible ? implicitHeight : 0
        text: qsTr("Copy the selection")
        symbol: "copy"
        onTriggered: menu.selected.copyPart(menu.from, menu.to)
    }
    Instantiator {
        model: menu.actions
        onObjectAdded: (index, item) => menu.insertItem(index + 1, item)
        onObjectRemoved: (index, item) => menu.removeItem(item)

        MenuItem {
            required property var modelData

            text: modelData.text
            symbol: modelData.symbol
            color: symbol === "trash" ? Theme.danger : Theme.text
            onTriggered: modelData.clicked()
        }
    }
}
