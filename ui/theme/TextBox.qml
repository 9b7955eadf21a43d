import QtQuick
import QtQuick.Controls.Basic as Basic

/// Several lines to write in, without a frame of their own. Tab leaves it.
Basic.TextArea {
    id: box

    wrapMode: TextEdit.Wrap
    textFormat: TextEdit.PlainText
    font.pixelSize: Theme.textSize
    color: Theme.text
    placeholderTextColor: Theme.muted
    selectionColor: Theme.accent
    selectedTextColor: Theme.overAccent
    selectByMouse: true
    background: null
    Keys.priority: Keys.BeforeItem
    Keys.forwardTo: [CandidateKeys { field: box }]
    Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    Accessible.role: Accessible.EditableText
    Accessible.multiLine: true
    Accessible.focusable: true
}
