import QtQuick
import QtQuick.Controls.Basic as Basic
import Canter.Theme

/// Something to begin with.
Basic.AbstractButton {
    id: example

    implicitHeight: words.implicitHeight + topPadding + bottomPadding
    padding: Theme.space3
    leftPadding: Theme.space4
    rightPadding: Theme.space4
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    opacity: enabled ? 1 : 0.6
    Accessible.role: Accessible.Button
    Accessible.name: text
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: Label {
        id: words

        text: example.text
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        verticalAlignment: Text.AlignVCenter
        lineHeight: 1.25
        Accessible.ignored: true
    }
    background: Rectangle {
        radius: Theme.cardRadius
        color: example.hovered || example.down ? Theme.raised : Theme.surface
        border.color: Theme.border
        Behavior on color { ColorAnimation { duration: Theme.motion } }

        FocusRing { control: example; radius: Theme.cardRadius + 3 }
    }
}
