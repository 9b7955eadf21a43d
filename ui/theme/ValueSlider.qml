import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts

/// A number with its name, to be dragged or moved by the arrow keys.
ColumnLayout {
    id: control

    property string text
    property string explanation
    property alias from: slider.from
    property alias to: slider.to
    property alias stepSize: slider.stepSize
    property real value: 0
    property int decimals: 2
    /// It was changed, and there is a value to go back to.
    property bool restorable: false
    property string valueText: Number(value).toLocaleString(Qt.locale(), "f", decimals)
    signal changed(real value)
    signal restored()

    spacing: 0

    RowLayout {
        Layout.fillWidth: true

        Label {
            Layout.fillWidth: true
            text: control.text
            Accessible.ignored: true
        }
        IconButton {
            visible: control.restorable
            space: 8
            implicitHeight: 20
            symbol: "restore"
            symbolSize: 14
            symbolColor: Theme.accent
            text: qsTr("Back to the default")
            onClicked: control.restored()
        }
        Label {
            text: control.valueText
            color: Theme.muted
            Accessible.ignored: true
        }
    }
    Basic.Slider {
        id: slider

        Layout.fillWidth: true
        implicitHeight: 28
        padding: 0
        value: control.value
        focusPolicy: Qt.TabFocus
        snapMode: Basic.Slider.SnapAlways
        onMoved: control.changed(value)
        Accessible.role: Accessible.Slider
        Accessible.name: control.text + ": " + control.valueText
        Accessible.description: control.explanation

        background: Rectangle {
            x: slider.leftPadding
            y: slider.topPadding + (slider.availableHeight - height) / 2
            width: slider.availableWidth
            height: 4
            radius: 2
            color: Theme.border

            Rectangle {
                x: slider.mirrored ? parent.width - width : 0
                width: slider.position * parent.width
                height: parent.height
                radius: 2
                color: Theme.accent
            }
        }
        handle: Rectangle {
            x: slider.leftPadding + slider.visualPosition * (slider.availableWidth - width)
            y: slider.topPadding + (slider.availableHeight - height) / 2
            width: 16
            height: 16
            radius: 8
            color: Theme.surface
            border.width: 2
            border.color: Theme.accent

            FocusRing { control: slider; radius: 11 }
        }
    }
    Label {
        Layout.fillWidth: true
        visible: text
        text: control.explanation
        font.pixelSize: Theme.figureSize
        color: Theme.muted
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        Accessible.ignored: true
    }
}
