import QtQuick
import Canter.Theme
import Canter.Downloads

/// A model that comes, in the sidebar; opens the page where models are got.
WorkLine {
    required property DownloadsController downloads

    visible: downloads.runningTitle
    symbol: "download"
    text: qsTr("Getting %1").arg(downloads.runningTitle)
    detail: downloads.runningFigure
    progress: downloads.runningShare
}
