import QtQuick
import Canter.Theme
import Canter.Tuning

/// A tuning that runs, in the sidebar; opens the sheet.
WorkLine {
    required property TuningController tuning

    visible: tuning.state === TuningController.Running || tuning.state === TuningController.Paused
    symbol: "tune"
    text: qsTr("Tuning %1").arg(tuning.modelName)
    detail: tuning.timeLeft
    progress: tuning.share
}
