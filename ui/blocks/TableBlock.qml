import QtQuick
import QtQuick.Controls.Basic as Basic
import Canter.Theme
import Canter.Blocks

/// A table. What is wider than the column scrolls.
Flickable {
    id: table

    required property var cells
    required property var columns
    required property string plainText
    required property color color
    signal linkWanted(string link)

    readonly property int columnCount: columns.length
    readonly property bool mirrored: LayoutMirroring.enabled
    /// Cells break their lines where a column would be wider than this.
    readonly property real widest: Math.max(120, width / Math.max(1, Math.min(3, columnCount)))

    function searched() { return Array.from(grid.children).map(each => each.text).filter(each => each) }

    onContentWidthChanged: if (mirrored) contentX = Math.max(0, contentWidth - width)
    implicitHeight: grid.implicitHeight + (contentWidth > width ? 8 : 0)
    contentWidth: grid.implicitWidth
    contentHeight: grid.implicitHeight
    flickableDirection: Flickable.HorizontalFlick
    boundsBehavior: Flickable.StopAtBounds
    interactive: contentWidth > width
    clip: true
    Basic.ScrollBar.horizontal: ScrollBar {}
    Accessible.role: Accessible.Table
    Accessible.name: plainText

    Grid {
        id: grid

        x: table.mirrored ? Math.max(0, table.width - implicitWidth) : 0

        columns: table.columnCount
        horizontalItemAlignment: Grid.AlignLeft

        Repeater {
            model: table.cells.length * table.columnCount

            Rectangle {
                id: cell

                required property int index
                readonly property RichText text: words
                readonly property int row: Math.floor(index / table.columnCount)
                readonly property int column: index % table.columnCount

                width: measured.columnWidths[column] ?? 40
                height: measured.rowHeights[row] ?? 24
                color: row === 0 ? Theme.raised : "transparent"

                RichText {
                    id: words

                    anchors { left: parent.left; right: parent.right; margins: Theme.space3 }
                    y: Theme.space2 - 2
                    html: (table.cells[cell.row] ?? [])[cell.column] ?? ""
                    plainText: ""
                    color: table.color
                    font.weight: cell.row === 0 ? Font.DemiBold : Font.Normal
                    // What a table says of its columns holds for either direction.
                    LayoutMirroring.enabled: table.mirrored && !table.columns[cell.column]
                    horizontalAlignment: table.columns[cell.column] === Qt.AlignRight ? TextEdit.AlignRight
                                       : table.columns[cell.column] === Qt.AlignHCenter ? TextEdit.AlignHCenter
                                       : TextEdit.AlignLeft
                    onLinkWanted: link => table.linkWanted(link)
                    onImplicitWidthChanged: measured.later()
                    onImplicitHeightChanged: measured.later()
                    onHasFormulasChanged: measured.later()
                }
                Rectangle {
                    anchors.bottom: parent.bottom
                    width: parent.width
                    height: 1
                    color: Theme.border
                }
                readonly property real wantedWidth: Math.min(table.widest, words.implicitWidth + 1)
                                                    + 2 * Theme.space3
                // What hangs below the last line of mathematics stays in the cell.
                readonly property real hanging: words.hasFormulas ? Theme.space1 : 0
                readonly property real wantedHeight: words.implicitHeight + 2 * Theme.space2 - 4 + hanging
                Component.onCompleted: measured.later()
            }
        }
    }
    QtObject {
        id: measured

        property var columnWidths: []
        property var rowHeights: []

        function later() { Qt.callLater(measure) }
        function measure() {
            const widths = new Array(table.columnCount).fill(40)
            const heights = new Array(table.cells.length).fill(24)
            for (let i = 0; i < grid.children.length; ++i) {
                const cell = grid.children[i]
                if (cell.wantedWidth === undefined) continue
                widths[cell.column] = Math.max(widths[cell.column], cell.wantedWidth)
                heights[cell.row] = Math.max(heights[cell.row], cell.wantedHeight)
            }
            columnWidths = widths
            rowHeights = heights
        }
    }
}
