#pragma once

#include <QString>
#include <optional>

#include "engine/session/server_messages.h"

namespace canter::ui {

/// Where a model answers by its source, as a file's path or as the engine has it for servers.
std::optional<engine::Elsewhere> place_of_source(const QString& source);

/// Where what is written goes, a sentence.
QString place_text(const engine::Elsewhere& place);

/// A model's name by its source.
QString name_of_source(const QString& source);

}  // namespace canter::ui
