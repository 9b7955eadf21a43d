import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts

/// A page beside the chats: its title, and below it what it is about, in a column that scrolls.
Basic.Pane {
    id: page

    property string title
    property real mostWidth: 880
    readonly property real scaledWidth: mostWidth * Math.max(1, 0.75 * Theme.textScale)
    default property alias content: column.data
    property alias actions: actions.data  ///< beside the title, or below it

    padding: 0
    background: Rectangle { color: Theme.background }
    Accessible.role: Accessible.Pane
    Accessible.name: title

    Flickable {
        id: flickable

        anchors.fill: parent
        contentHeight: column.height + 2 * Theme.space5
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        Basic.ScrollBar.vertical: ScrollBar {}

        function show(item) {
            const top = item.mapToItem(column, 0, 0).y + Theme.space5
            const bottom = top + item.height
            if (top - Theme.space4 < contentY) contentY = Math.max(0, top - Theme.space4)
            else if (bottom + Theme.space4 > contentY + height)
                contentY = Math.min(contentHeight - height, bottom + Theme.space4 - height)
        }

        ColumnLayout {
            id: column

            readonly property real margin: Math.max(Theme.space5, (flickable.width - page.scaledWidth) / 2)

            x: margin
            y: Theme.space5
            width: flickable.width - 2 * margin
            spacing: Theme.space4

            Item {
                id: head

                readonly property real actionsWidth: {
                    let width = 0
                    for (let i = 0; i < actions.children.length; ++i)
                        if (actions.children[i].visible)
                            width += Math.ceil(actions.children[i].implicitWidth) + actions.spacing
                    return Math.max(0, width - actions.spacing)
                }
                readonly property bool stacked: heading.implicitWidth + Theme.space4 + actionsWidth > width

                Layout.fillWidth: true
                implicitHeight: stacked ? heading.height + Theme.space3 + actions.height
                                        : Math.max(Theme.controlHeight, heading.height, actions.height)

                Label {
                    id: heading

                    anchors.left: parent.left
                    y: head.stacked ? 0 : (head.height - height) / 2
                    width: head.stacked ? head.width : head.width - actions.width - Theme.space4
                    text: page.title
                    font.pixelSize: Theme.headingSize
                    font.weight: Font.DemiBold
                    Accessible.role: Accessible.Heading
                }
                Flow {
                    id: actions

                    anchors.left: head.stacked ? parent.left : undefined
                    anchors.right: head.stacked ? undefined : parent.right
                    y: head.stacked ? heading.height + Theme.space3 : (head.height - height) / 2
                    width: Math.min(head.actionsWidth, head.width)
                    spacing: Theme.space2
                }
            }
        }
    }

    // What the keyboard reaches is seen.
    Connections {
        target: page.Window.window
        enabled: page.visible
        function onActiveFocusItemChanged() {
            const item = page.Window.activeFocusItem
            for (let each = item; each; each = each.parent)
                if (each === column) { flickable.show(item); break }
        }
    }
}
