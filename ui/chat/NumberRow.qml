import QtQuick
import QtQuick.Layouts
import Canter.Theme

/// A whole number that may be left out.
RowLayout {
    id: row

    property string text
    property string explanation
    property string value
    signal changed(string text)

    spacing: Theme.space3

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        Label {
            Layout.fillWidth: true
            text: row.text
            Accessible.ignored: true
        }
        Label {
            Layout.fillWidth: true
            text: row.explanation
            font.pixelSize: Theme.figureSize
            color: Theme.muted
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Accessible.ignored: true
        }
    }
    LineField {
        implicitWidth: 110 * Math.max(1, Theme.textScale * 0.8)
        text: row.value
        inputMethodHints: Qt.ImhDigitsOnly
        validator: RegularExpressionValidator { regularExpression: /\d{0,9}/ }
        Accessible.name: row.text
        Accessible.description: row.explanation
        onEditingFinished: row.changed(text)
    }
}
