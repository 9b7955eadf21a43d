import QtQuick
import Canter.Theme

/// A message's pieces below one another, so that they read as one text.
Column {
    id: texts

    property alias chunks: repeater.model
    /// The width at which lines break, when it is not this item's own.
    property real most: width
    /// The width of the longest line, no more than `most`.
    property real wanted: 0

    function measure() {
        let widest = 0
        for (let i = 0; i < repeater.count; ++i)
            widest = Math.max(widest, repeater.itemAt(i)?.implicitWidth ?? 0)
        wanted = Math.min(most, Math.ceil(widest))
    }
    onMostChanged: measure()

    Repeater {
        id: repeater

        SelectableText {
            required property string chunk

            width: texts.width
            text: chunk
            onImplicitWidthChanged: texts.measure()
        }
    }
}
