import QtQuick
import QtQuick.Controls.Basic as Basic

/// One of a few; the chosen one is filled.
Basic.AbstractButton {
    id: choice

    implicitHeight: Theme.smallControlHeight
    implicitWidth: Math.ceil(words.implicitWidth) + 2 * Theme.space3
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: checked
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: Label {
        id: words

        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: choice.text
        font.pixelSize: Theme.figureSize
        color: choice.enabled ? Theme.text : Theme.muted
        Accessible.ignored: true
    }
    background: Rectangle {
        radius: height / 2
        color: choice.checked ? Theme.accentSoft
                              : choice.hovered || choice.down ? Theme.raised : "transparent"
        border.color: choice.checked ? Theme.accent : Theme.border

        FocusRing { control: choice; radius: parent.radius + 3 }
    }
}
