import QtQuick

Text {
    color: Theme.text
    font.pixelSize: Theme.textSize
    textFormat: Text.PlainText
    elide: Text.ElideRight
    horizontalAlignment: Text.AlignLeft
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
