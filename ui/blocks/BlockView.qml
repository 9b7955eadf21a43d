import QtQuick
import Canter.Theme
import Canter.Blocks

/// A text in blocks, one below another.
Column {
    id: view

    property alias model: repeater.model
    property color color: Theme.text
    signal linkWanted(string link)

    /// So many are made at once; the rest comes a few a frame, so that a very long text does not
    /// hold up the window.
    readonly property int atOnce: 40

    Repeater {
        id: repeater

        BlockDelegate {
            width: view.width
            color: view.color
            asynchronous: repeater.count > view.atOnce && index < repeater.count - 4
            onLinkWanted: link => view.linkWanted(link)
            onCopyWanted: repeater.model.copyCode(index)
        }
    }
}
