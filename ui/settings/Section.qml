import QtQuick
import QtQuick.Layouts
import Canter.Theme

/// Settings that belong together.
Rectangle {
    id: section

    property string title
    property bool resettable: false
    default property alias content: column.data
    signal resetWanted()

    implicitHeight: column.implicitHeight + 2 * Theme.space4
    radius: Theme.cardRadius
    color: Theme.surface
    border.color: Theme.border
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    ColumnLayout {
        id: column

        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.space4 }
        spacing: Theme.space4

        RowLayout {
            Layout.fillWidth: true
            Layout.minimumHeight: Theme.controlHeight

            Label {
                Layout.fillWidth: true
                text: section.title
                font.pixelSize: Theme.titleSize
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }
            TextButton {
                visible: section.resettable
                Layout.rightMargin: -rightPadding
                quiet: true
                text: qsTr("Reset")
                Accessible.name: qsTr("Reset: %1").arg(section.title)
                onClicked: section.resetWanted()
            }
        }
    }
}
