#include "downloads/offer_list_model.h"

#include <QLocale>
#include <QStringList>
#include <utility>

#include "session/size_words.h"

namespace canter::ui {
namespace {

const QString kSeparator = QStringLiteral(" · ");
constexpr std::size_t kMostLanguages = 4;

QString text_of(const std::string& text) {
  return QString::fromStdString(text);
}

QString why_text(Reason why) {
  switch (why) {
    case Reason::kAbleAndQuick:
      return OfferListModel::tr("The most able that writes faster than you read");
    case Reason::kQuickest:
      return OfferListModel::tr("The quickest for everyday questions");
    case Reason::kMostAble:
      return OfferListModel::tr("The most able that fits, at any speed");
    case Reason::kSmall:
      return OfferListModel::tr("Small and quick");
    case Reason::kNone:
      break;
  }
  return {};
}

/// In itself. Qt names those of one country: American English.
QString language_name(const QString& code) {
  if (code == QLatin1String("en")) return QStringLiteral("English");
  if (code == QLatin1String("es")) return QStringLiteral("español");
  const QLocale locale(code);
  return locale.language() == QLocale::C ? code : locale.nativeLanguageName();
}

QString languages_text(const std::vector<std::string>& languages) {
  if (languages.size() > kMostLanguages)
    return OfferListModel::tr("%1 languages").arg(languages.size());
  QStringList names;
  for (const std::string& language : languages) names += language_name(text_of(language));
  return names.join(QStringLiteral(", "));
}

QString facts_text(const CatalogueModel& model) {
  const QStringList parts = {text_of(model.maker), size_text(model.download_bytes()),
                             text_of(model.licence), languages_text(model.languages)};
  return parts.join(kSeparator);
}

QString memory_text(const Suitability& one, quint64 free_memory) {
  const QString needed = size_text(one.model.memory_4k);
  if (!one.fits)
    return OfferListModel::tr("Needs %1 of memory, and %2 is free")
        .arg(needed, size_text(free_memory));
  const QString text = OfferListModel::tr("Needs %1 of memory").arg(needed);
  if (one.fits_long)
    return text + kSeparator +
           OfferListModel::tr("%1 with long texts").arg(size_text(one.model.memory_32k));
  return text + kSeparator +
         (one.model.memory_32k > 0 ? OfferListModel::tr("long texts do not fit")
                                   : OfferListModel::tr("reads %1 tokens at most")
                                         .arg(QLocale().toString(one.model.context)));
}

QString number_text(double speed) {
  return QLocale().toString(speed, 'f', speed < 10 ? 1 : 0);
}

QString speed_text(const Suitability& one) {
  if (one.tokens_per_second <= 0) return {};
  const QString plain = number_text(one.tokens_per_second);
  const QString accelerated = number_text(one.accelerated);
  if (one.accelerated <= 0 || accelerated == plain)
    return OfferListModel::tr("About %1 tokens per second").arg(plain);
  return OfferListModel::tr("About %1 tokens per second, %2 accelerated").arg(plain, accelerated);
}

}  // namespace

OfferListModel::OfferListModel(QObject* parent)
    : CardListModel({{kSource, "source"},
                     {kTitle, "title"},
                     {kWhy, "why"},
                     {kGoodAt, "goodAt"},
                     {kCannot, "cannot"},
                     {kFacts, "facts"},
                     {kSpeed, "speed"},
                     {kMemory, "memory"},
                     {kMemoryShort, "memoryShort"}},
                    parent) {}

QVariant OfferListModel::value(int row, int role) const {
  const Suitability& one = models_[std::size_t(row)];
  switch (role) {
    case kSource:
      return text_of(one.model.name);
    case Qt::DisplayRole:
    case kTitle:
      return text_of(one.model.title);
    case kWhy:
      return why_text(one.why);
    case kGoodAt:
      return text_of(one.model.good_at);
    case kCannot:
      return text_of(one.model.cannot);
    case kFacts:
      return facts_text(one.model);
    case kSpeed:
      return speed_text(one);
    case kMemory:
      return memory_text(one, computer_.free_memory);
    case kMemoryShort:
      return !one.fits;
    default:
      return {};
  }
}

void OfferListModel::show(std::vector<Suitability> models, const ComputerFacts& computer) {
  beginResetModel();
  models_ = std::move(models);
  computer_ = computer;
  endResetModel();
}

}  // namespace canter::ui
