#include "settings/settings_controller.h"

namespace canter::ui {

SettingsController::SettingsController(Session& session, QObject* parent)
    : QObject(parent), session_(session) {}

}  // namespace canter::ui
