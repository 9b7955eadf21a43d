import QtQuick
import Canter.Theme
import Canter.Downloads

/// Gets a model, says that it comes, and opens it once it is here.
TextButton {
    id: button

    required property DownloadsController downloads
    required property string source
    required property string title
    property bool recommended: false
    readonly property int downloadState: downloads.revision >= 0 ? downloads.stateOf(source) : -1
    readonly property bool here: downloadState === DownloadListModel.Done
                                 || downloadState === DownloadListModel.Checking
    readonly property bool coming: downloadState === DownloadListModel.Running
                                   || downloadState === DownloadListModel.Waiting
    signal openWanted(string path)

    enabled: !coming
    strong: recommended && !coming
    symbol: here || coming ? "" : "download"
    text: here ? qsTr("Open") : coming ? qsTr("On its way") : downloadState < 0 ? qsTr("Get")
          : downloadState === DownloadListModel.Failed ? qsTr("Try again") : qsTr("Resume")
    Accessible.description: title
    onClicked: here ? openWanted(downloads.pathOf(source)) : downloads.get(source, title)
}
