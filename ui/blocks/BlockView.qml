import QtQuick
import Canter.Theme
import Canter.Blocks

/// A text in blocks, one below another.
Column {
    id: view

    property alias model: repeater.model
    property color color: Theme.text
    /// The width at which lines break, when it is not this item's own.
    property real most: width
    /// The width of the longest line, no more than `most`.
    property real wanted: most
    property bool measured: false  ///< `wanted` is asked for
    signal linkWanted(string link)
    signal folded()

    /// So many are made at once; the rest comes a few a frame, so that a very long text does not
    /// hold up the window.
    readonly property int atOnce: 40

    property bool measuring: false  ///< asking a text for its width makes it say that this changed
    function measure() {
        if (!measured || measuring) return
        measuring = true
        let widest = 0
        for (let i = 0; i < repeater.count; ++i)
            widest = Math.max(widest, repeater.itemAt(i)?.natural() ?? 0)
        measuring = false
        wanted = Math.min(most, Math.ceil(widest))
    }
    onMostChanged: measure()
    onMeasuredChanged: measure()

    /// Marks the words of a search where they stand; null: they do not.
    function reveal(words) {
        const row = repeater.model.rowWith(words)
        const block = row < 0 ? null : repeater.itemAt(row)
        block?.mark(words)
        return block
    }

    Repeater {
        id: repeater

        BlockDelegate {
            width: view.width
            color: view.color
            asynchronous: repeater.count > view.atOnce && index < repeater.count - 4
            onLinkWanted: link => view.linkWanted(link)
            onCopyWanted: repeater.model.copyCode(index)
            onSaveWanted: repeater.model.saveCode(index)
            onWrapWanted: wrapped => {
                view.folded()
                repeater.model.setWrapped(index, wrapped)
            }
            measured: view.measured
            onNaturalMayDiffer: view.measure()
        }
    }
}
