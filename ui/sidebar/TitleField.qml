import QtQuick
import QtQuick.Controls.Basic as Basic
import Canter.Theme

/// A row's title, changed in place. Return and leaving keep what was typed, Escape does not.
Basic.TextField {
    id: field

    property bool editing: false
    signal kept(string text)
    signal ended()

    function edit(title) { editing = true; text = title; forceActiveFocus(); selectAll() }
    function finish(keep) {
        if (!editing) return
        editing = false
        focus = false
        if (keep) kept(text)
        ended()
    }

    visible: editing
    leftPadding: 6
    rightPadding: 6
    topPadding: 0
    bottomPadding: 0
    font.pixelSize: Theme.textSize
    color: Theme.text
    selectionColor: Theme.accent
    selectedTextColor: Theme.overAccent
    selectByMouse: true
    background: Rectangle {
        radius: 6
        color: Theme.surface
        border.width: 2
        border.color: Theme.accent
    }
    Keys.priority: Keys.BeforeItem
    Keys.forwardTo: [CandidateKeys { field: field }]
    // Taken here, else the list below would open the conversation or stop an answer.
    Keys.onReturnPressed: finish(true)
    Keys.onEnterPressed: finish(true)
    Keys.onEscapePressed: finish(false)
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
    onActiveFocusChanged: if (!activeFocus) finish(true)
}
