import QtQuick
import QtQuick.Controls.Basic as Basic

/// One line to write in.
Basic.TextField {
    id: field

    implicitHeight: Theme.controlHeight
    implicitWidth: 160
    leftPadding: Theme.space3
    rightPadding: Theme.space3
    font.pixelSize: Theme.textSize
    color: Theme.text
    placeholderTextColor: Theme.muted
    selectionColor: Theme.accent
    selectedTextColor: Theme.overAccent
    selectByMouse: true
    Keys.priority: Keys.BeforeItem
    Keys.forwardTo: [CandidateKeys { field: field }]
    Accessible.role: Accessible.EditableText

    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: field.activeFocus ? 2 : 1
        border.color: field.activeFocus ? Theme.accent : Theme.border
    }
}
