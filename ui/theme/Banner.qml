import QtQuick
import QtQuick.Layouts

/// Says in the page what happened; its children are the ways out.
Rectangle {
    id: banner

    property string text
    property string symbol: "alert"
    property color tone: Theme.danger
    default property alias actions: actionRow.data

    implicitHeight: content.implicitHeight + 2 * Theme.space3
    radius: Theme.cardRadius
    color: Theme.surface
    border.color: Theme.border
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    ColumnLayout {
        id: content

        anchors { left: parent.left; right: parent.right; top: parent.top }
        anchors.margins: Theme.space3
        spacing: Theme.space2

        RowLayout {
            spacing: Theme.space3

            Icon {
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: 1
                name: banner.symbol
                color: banner.tone
            }
            SelectableText {
                Layout.fillWidth: true
                text: banner.text
                Accessible.ignored: true
            }
        }
        Flow {
            id: actionRow

            Layout.fillWidth: true
            Layout.leftMargin: 20 + Theme.space3
            spacing: Theme.space2
            visible: children.length > 0
        }
    }
}
