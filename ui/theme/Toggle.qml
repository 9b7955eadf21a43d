import QtQuick
import QtQuick.Controls.Basic as Basic

Basic.Switch {
    id: toggle

    property bool wraps: true
    readonly property int thickness: Math.round(18 * Math.max(1, 0.8 * Theme.textScale))

    implicitHeight: Math.max(thickness + 6, Theme.lineHeight, contentItem.implicitHeight)
    spacing: Theme.space2
    padding: 0
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    opacity: enabled ? 1 : 0.6
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: checked

    indicator: Rectangle {
        x: toggle.mirrored ? toggle.width - width : 0
        anchors.verticalCenter: parent.verticalCenter
        width: Math.round(height * 16 / 9)
        height: toggle.thickness
        radius: height / 2
        color: toggle.checked ? Theme.accent : Theme.raised
        border.color: toggle.checked ? Theme.accent : Theme.muted
        Behavior on color { ColorAnimation { duration: Theme.motion } }

        Rectangle {
            x: toggle.visualPosition * (parent.width - width - 6) + 3
            anchors.verticalCenter: parent.verticalCenter
            width: height
            height: toggle.thickness - 6
            radius: height / 2
            color: toggle.checked ? Theme.overAccent : Theme.muted
            Behavior on x { NumberAnimation { duration: Theme.motion } }
        }
        FocusRing { control: toggle; radius: toggle.thickness / 2 + 3 }
    }
    contentItem: Label {
        leftPadding: toggle.mirrored ? 0 : toggle.indicator.width + toggle.spacing
        rightPadding: toggle.mirrored ? toggle.indicator.width + toggle.spacing : 0
        verticalAlignment: Text.AlignVCenter
        text: toggle.text
        wrapMode: toggle.wraps ? Text.Wrap : Text.NoWrap
        font.pixelSize: Theme.figureSize
        color: Theme.text
        Accessible.ignored: true
    }
}
