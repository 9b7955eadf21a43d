import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Compare

/// Figures of both ways beside each other.
ColumnLayout {
    id: table

    required property FiguresModel figures
    readonly property real cellWidth: Math.max(5.5 * Theme.textSize, Math.ceil(accelerated.implicitWidth))

    spacing: 0
    Accessible.role: Accessible.Table
    Accessible.name: qsTr("Figures")

    component Cell: Label {
        Layout.preferredWidth: table.cellWidth
        horizontalAlignment: Text.AlignRight
    }

    RowLayout {
        Layout.bottomMargin: Theme.space1
        spacing: Theme.space2

        Item { Layout.fillWidth: true }
        Cell {
            text: qsTr("Plain")
            font.pixelSize: Theme.figureSize
            color: Theme.muted
        }
        Cell {
            id: accelerated

            text: qsTr("Accelerated")
            font.pixelSize: Theme.figureSize
            color: Theme.accent
        }
    }
    Column {
        id: rows

        Layout.fillWidth: true
        Layout.preferredWidth: 1

        Repeater {
            model: table.figures

            ColumnLayout {
                id: row

                required property string name
                required property string plain
                required property string accelerated
                required property bool wins

                width: rows.width
                spacing: 0
                Accessible.role: Accessible.Row
                Accessible.name: qsTr("%1: plain %2, accelerated %3").arg(name).arg(plain).arg(accelerated)

                Rectangle {
                    Layout.fillWidth: true
                    implicitHeight: 1
                    color: Theme.border
                }
                RowLayout {
                    Layout.topMargin: Theme.space2
                    Layout.bottomMargin: Theme.space2
                    spacing: Theme.space2

                    Label {
                        Layout.fillWidth: true
                        text: row.name
                        wrapMode: Text.Wrap
                        elide: Text.ElideNone
                        color: Theme.muted
                        Accessible.ignored: true
                    }
                    Cell { text: row.plain; Accessible.ignored: true }
                    Cell {
                        text: row.accelerated
                        color: row.wins ? Theme.accent : Theme.text
                        font.weight: row.wins ? Font.DemiBold : Font.Normal
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
