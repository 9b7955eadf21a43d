#include "chat/chat_options.h"

#include <QCoreApplication>
#include <array>

namespace canter::ui {
namespace {

struct OwnPreset {
  const char* name;
  SamplingSettings sampling;
};

const std::array kOwnPresets = {
    OwnPreset{QT_TRANSLATE_NOOP("ChatOptions", "Precise"), {}},
    OwnPreset{QT_TRANSLATE_NOOP("ChatOptions", "Balanced"),
              {.temperature = 0.7, .top_p = 0.95, .min_p = 0.05}},
    OwnPreset{QT_TRANSLATE_NOOP("ChatOptions", "Creative"),
              {.temperature = 1.0, .top_p = 0.98, .min_p = 0.02}},
};
constexpr int kOwn = int(kOwnPresets.size());

}  // namespace

ChatOptions::ChatOptions(Session& session, QObject* parent) : QObject(parent), session_(session) {
  connect(&session, &Session::event, this, &ChatOptions::follow);
  connect(&session, &Session::languageChanged, this, &ChatOptions::presetsChanged);
  connect(&session, &Session::currentChanged, this, [this] {
    if (session_.current() == 0) show(ordinary_);
  });
}

void ChatOptions::set_system_prompt(const QString& text) {
  engine::ChatSettings wanted = settings_;
  wanted.system_prompt = text.trimmed().toStdString();
  set(wanted);
}

template <typename Value>
void ChatOptions::set_sampling(Value SamplingSettings::*setting, Value value) {
  engine::ChatSettings wanted = settings_;
  wanted.sampling.*setting = value;
  set(wanted);
}

void ChatOptions::set_temperature(double value) {
  set_sampling(&SamplingSettings::temperature, value);
}

void ChatOptions::set_top_p(double value) {
  set_sampling(&SamplingSettings::top_p, value);
}

void ChatOptions::set_min_p(double value) {
  set_sampling(&SamplingSettings::min_p, value);
}

void ChatOptions::set_top_k(int value) {
  set_sampling(&SamplingSettings::top_k, value);
}

void ChatOptions::set_repeat_penalty(double value) {
  set_sampling(&SamplingSettings::repeat_penalty, value);
}

void ChatOptions::set_max_tokens(int value) {
  engine::ChatSettings wanted = settings_;
  wanted.max_tokens = value;
  set(wanted);
}

QString ChatOptions::seed() const {
  return settings_.fixed_seed ? QString::number(settings_.sampling.seed) : QString();
}

void ChatOptions::set_seed(const QString& text) {
  bool is_number = false;
  const quint64 seed = text.trimmed().toULongLong(&is_number);
  engine::ChatSettings wanted = settings_;
  wanted.fixed_seed = is_number;
  wanted.sampling.seed = is_number ? seed : 0;
  set(wanted);
}

void ChatOptions::set_thinking(Thinking wish) {
  engine::ChatSettings wanted = settings_;
  wanted.thinking = ThinkingWish(wish);
  set(wanted);
}

QStringList ChatOptions::presets() const {
  QStringList names;
  for (const OwnPreset& own : kOwnPresets)
    names += QCoreApplication::translate("ChatOptions", own.name);
  for (const engine::Preset& saved : saved_) names += QString::fromStdString(saved.name);
  return names;
}

int ChatOptions::preset() const {
  for (int index = kOwn + int(saved_.size()) - 1; index >= 0; --index)
    if (with_preset(index) == settings_) return index;
  return -1;
}

engine::ChatSettings ChatOptions::with_preset(int index) const {
  if (index >= kOwn) return saved_[std::size_t(index - kOwn)].settings;
  engine::ChatSettings wanted = settings_;
  const std::uint64_t seed = wanted.sampling.seed;
  wanted.sampling = kOwnPresets[std::size_t(index)].sampling;
  wanted.sampling.seed = seed;
  return wanted;
}

void ChatOptions::usePreset(int index) {
  if (index >= 0 && index < kOwn + int(saved_.size())) set(with_preset(index));
}

bool ChatOptions::canDeletePreset(int index) const {
  return index >= kOwn && index < kOwn + int(saved_.size());
}

void ChatOptions::savePreset(const QString& name) {
  if (!name.trimmed().isEmpty())
    session_.post(engine::SavePreset{name.trimmed().toStdString(), settings_});
}

void ChatOptions::deletePreset(int index) {
  if (canDeletePreset(index))
    session_.post(engine::DeletePreset{saved_[std::size_t(index - kOwn)].id});
}

void ChatOptions::reset() {
  set({});
}

void ChatOptions::makeOrdinary() {
  ordinary_ = settings_;
  session_.post(engine::ConfigureChat{{}, ordinary_});
  Q_EMIT changed();
}

void ChatOptions::follow(const engine::Event& event) {
  dispatch(
      event,
      [this](const engine::NewChatPrepared& prepared) {
        ordinary_ = prepared.settings;
        if (session_.current() == 0) show(ordinary_);
        session_.post(engine::ListPresets{});
      },
      [this](const engine::ConversationOpened& opened) {
        if (opened.conversation.id == session_.current())
          show(engine::read_chat_settings(opened.conversation.settings));
      },
      [this](const engine::PresetsListed& listed) {
        saved_ = listed.presets;
        Q_EMIT presetsChanged();
        Q_EMIT changed();
      });
}

void ChatOptions::show(const engine::ChatSettings& settings) {
  if (settings == settings_) return;
  settings_ = settings;
  Q_EMIT changed();
}

void ChatOptions::set(const engine::ChatSettings& settings) {
  if (settings == settings_) return;
  show(settings);
  if (session_.current() != 0) session_.post(engine::ConfigureChat{session_.current(), settings_});
}

}  // namespace canter::ui
