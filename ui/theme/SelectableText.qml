import QtQuick
import Canter.Theme

/// Plain text to be read, selected and copied. Never loads anything.
TextEdit {
    id: edit

    property real lineSpacing: Theme.lineHeight

    readOnly: true
    selectByMouse: true
    selectByKeyboard: true
    activeFocusOnTab: false
    textFormat: TextEdit.PlainText
    wrapMode: TextEdit.Wrap
    color: Theme.text
    font.pixelSize: Theme.textSize
    selectionColor: Theme.accent
    selectedTextColor: Theme.overAccent
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    /// What is between two places.
    function copyPart(from, to) {
        select(from, to)
        copy()
        deselect()
    }

    onActiveFocusChanged: if (!activeFocus) deselect()

    HoverHandler { cursorShape: edit.hoveredLink ? Qt.PointingHandCursor : Qt.IBeamCursor }
    LineSpacing { document: edit.textDocument; height: edit.lineSpacing }
}
