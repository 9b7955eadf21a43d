import QtQuick
import QtQuick.Controls.Basic as Basic
import Canter.Theme
import Canter.Chat

/// The conversation. Follows what is being written only while the reader is at its end.
ListView {
    id: list

    required property ChatController chat
    signal linkWanted(string link)
    property bool following: true
    property bool folding: false  ///< something is folded open or shut, and the view stays
    readonly property real margin: Math.max(Theme.space5, (width - Theme.readingWidth) / 2)
    readonly property real distanceToEnd: contentHeight + originY + bottomMargin - contentY - height

    function stick() {
        following = true
        positionViewAtEnd()
        contentY = Math.max(originY - topMargin, contentHeight + originY + bottomMargin - height)
    }
    function stickIfFollowing() { if (following) stick() }
    function heightChanged() {
        if (folding) noteReader()
        else stickIfFollowing()
        folding = false
    }
    /// A place, by its height in the conversation, a third below the top.
    function bringUp(y) {
        const end = originY + contentHeight + bottomMargin - height
        contentY = Math.max(originY - topMargin, Math.min(end, y - height / 3))
    }
    function fold() {
        folding = true
        foldingEnds.restart()
    }
    function page(direction) {
        const end = originY + contentHeight + bottomMargin - height
        contentY = Math.max(originY - topMargin, Math.min(end, contentY + direction * Math.round(height * 0.9)))
        noteReader()
    }
    // Only the reader's own movements say whether to follow.
    function noteReader() { following = distanceToEnd < 48 }

    model: chat.messages
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    topMargin: Theme.space5
    bottomMargin: Theme.space3
    // So far away messages are made beforehand, so that their heights need not be guessed; in a
    // hidden window nothing is made.
    cacheBuffer: Window.visibility === Window.Hidden ? 0 : 40000
    activeFocusOnTab: count > 0
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Conversation")

    onContentHeightChanged: Qt.callLater(heightChanged)
    onHeightChanged: stickIfFollowing()
    onContentYChanged: if (moving || bar.pressed) noteReader()
    onMovementEnded: noteReader()
    Keys.onUpPressed: { contentY = Math.max(originY - topMargin, contentY - 48); noteReader() }
    Keys.onDownPressed: {
        contentY = Math.max(originY - topMargin, Math.min(contentY + 48, contentY + distanceToEnd))
        noteReader()
    }
    Keys.onPressed: event => {
        if (event.key === Qt.Key_PageUp) page(-1)
        else if (event.key === Qt.Key_PageDown) page(1)
        else if (event.key === Qt.Key_Home) { positionViewAtBeginning(); noteReader() }
        else if (event.key === Qt.Key_End) stick()
        else return
        event.accepted = true
    }

    delegate: MessageDelegate {
        x: list.margin
        width: list.width - 2 * list.margin
        waitingFor: list.chat.waitingFor
        openAttachment: number => list.chat.messages.attachment(index, number)
        changeable: list.chat.canSend
        onLinkWanted: link => list.linkWanted(link)
        onFolded: list.fold()
        onCopyWanted: list.chat.copyMessage(index)
        onEdited: text => list.chat.edit(index, text)
        last: index === list.count - 1
        onAnswerWanted: list.chat.regenerate(index)
        onContinuationWanted: withoutOldest => withoutOldest ? list.chat.continueWithoutOldest(index)
                                                             : list.chat.continueAnswer(index)
        onBranchWanted: list.chat.branch(index)
        onRemovalWanted: list.chat.remove(index)
        onVersionWanted: step => list.chat.showVersion(index, step)
        onMenuWanted: actions => menu.show(actions, list.Window.activeFocusItem)
    }
    MessageMenu { id: menu }

    // What is above it may have its height only after some frames.
    Timer {
        id: finder

        property int row
        property string words
        property int times: 0

        function find(row, words) {
            finder.row = row
            finder.words = words
            times = words ? 12 : 0
            if (words) restart()
        }
        interval: 30
        repeat: true
        onTriggered: {
            const block = list.itemAtIndex(row)?.reveal(words)
            if (block) list.bringUp(block.mapToItem(list.contentItem, 0, 0).y)
            if (--times <= 0 || list.moving || list.following) stop()
        }
    }
    // Where a fold changed no height.
    Timer { id: foldingEnds; interval: 200; onTriggered: list.folding = false }
    Basic.ScrollBar.vertical: ScrollBar { id: bar }

    FocusRing {
        parent: list
        anchors.margins: 2
        radius: Theme.radius
        control: list
        z: 2
    }

    Connections {
        target: list.chat
        function onSent() { list.stick() }
        function onMessageShown(row, words) {
            list.following = false
            list.positionViewAtIndex(row, ListView.Center)
            finder.find(row, words)
        }
        function onTitleChanged() { list.stickIfFollowing() }
    }
}
