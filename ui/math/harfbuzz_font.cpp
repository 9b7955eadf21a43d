#include <hb-ot.h>
#include <hb.h>

#include <QByteArray>
#include <QFile>
#include <array>
#include <cmath>
#include <memory>
#include <unordered_map>

#include "math/font.h"

namespace canter::ui::math {
namespace {

struct Destroy {
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
  void operator()(hb_draw_funcs_t* functions) const { hb_draw_funcs_destroy(functions); }
};

/// More parts make no sign that people read.
constexpr int kMostRepeats = 200;

hb_draw_funcs_t* path_functions() {
  static const std::unique_ptr<hb_draw_funcs_t, Destroy> all = [] {
    hb_draw_funcs_t* made = hb_draw_funcs_create();
    const auto path = [](void* data) { return static_cast<QPainterPath*>(data); };
    static const auto to = path;
    hb_draw_funcs_set_move_to_func(
        made,
        [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
          to(data)->moveTo(x, -y);
        },
        nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(
        made,
        [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
          to(data)->lineTo(x, -y);
        },
        nullptr, nullptr);
    hb_draw_funcs_set_quadratic_to_func(
        made,
        [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float cx, float cy, float x, float y,
           void*) { to(data)->quadTo(cx, -cy, x, -y); },
        nullptr, nullptr);
    hb_draw_funcs_set_cubic_to_func(
        made,
        [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float ax, float ay, float bx, float by,
           float x, float y, void*) { to(data)->cubicTo(ax, -ay, bx, -by, x, -y); },
        nullptr, nullptr);
    hb_draw_funcs_set_close_path_func(
        made,
        [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) { to(data)->closeSubpath(); },
        nullptr, nullptr);
    hb_draw_funcs_make_immutable(made);
    return std::unique_ptr<hb_draw_funcs_t, Destroy>(made);
  }();
  return all.get();
}

class HarfBuzzFont : public Font {
 public:
  explicit HarfBuzzFont(QByteArray data) : data_(std::move(data)) {
    hb_blob_t* blob = hb_blob_create(data_.constData(), unsigned(data_.size()),
                                     HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    face_.reset(hb_face_create(blob, 0));
    hb_blob_destroy(blob);
    font_.reset(hb_font_create(face_.get()));
    em_ = hb_face_get_upem(face_.get());
    hb_font_set_scale(font_.get(), int(em_), int(em_));
  }

  bool usable() const { return hb_ot_math_has_data(face_.get()); }

  Glyph glyph(char32_t c) const override {
    hb_codepoint_t found = 0;
    return hb_font_get_nominal_glyph(font_.get(), c, &found) ? found : 0;
  }

  Extents extents(Glyph glyph) const override {
    hb_glyph_extents_t box{};
    hb_font_get_glyph_extents(font_.get(), glyph, &box);
    return {hb_font_get_glyph_h_advance(font_.get(), glyph) / em_, box.x_bearing / em_,
            (box.x_bearing + box.width) / em_, box.y_bearing / em_,
            -(box.y_bearing + box.height) / em_};
  }

  double constant(Constant which) const override {
    const int value =
        hb_ot_math_get_constant(font_.get(), static_cast<hb_ot_math_constant_t>(which));
    const bool percent = which == Constant::kScriptPercent ||
                         which == Constant::kScriptScriptPercent ||
                         which == Constant::kRadicalDegreeRaisePercent;
    return percent ? value / 100.0 : value / em_;
  }

  double italic_correction(Glyph glyph) const override {
    return hb_ot_math_get_glyph_italics_correction(font_.get(), glyph) / em_;
  }

  double accent_place(Glyph glyph) const override {
    return hb_ot_math_get_glyph_top_accent_attachment(font_.get(), glyph) / em_;
  }

  double kern(Glyph glyph, Corner corner, double height) const override {
    const auto where =
        corner == Corner::kTopRight ? HB_OT_MATH_KERN_TOP_RIGHT : HB_OT_MATH_KERN_BOTTOM_RIGHT;
    return hb_ot_math_get_glyph_kerning(font_.get(), glyph, where, int(height * em_)) / em_;
  }

  Glyph script_form(Glyph glyph, int level) const override {
    const auto known = script_forms_.find(std::uint64_t(glyph) * 4 + unsigned(level));
    if (known != script_forms_.end()) return known->second;
    Glyph form = glyph;
    const hb_tag_t features[] = {HB_TAG('s', 's', 't', 'y'), HB_TAG_NONE};
    hb_set_t* lookups = hb_set_create();
    hb_ot_layout_collect_lookups(face_.get(), HB_OT_TAG_GSUB, nullptr, nullptr, features, lookups);
    hb_codepoint_t lookup = HB_SET_VALUE_INVALID;
    while (form == glyph && hb_set_next(lookups, &lookup)) {
      std::array<hb_codepoint_t, 4> forms{};
      unsigned count = forms.size();
      hb_ot_layout_lookup_get_glyph_alternates(face_.get(), lookup, glyph, 0, &count, forms.data());
      if (count > 0) form = forms[std::min(unsigned(level), count) - 1];
    }
    hb_set_destroy(lookups);
    script_forms_.emplace(std::uint64_t(glyph) * 4 + unsigned(level), form);
    return form;
  }

  Stretched stretched(Glyph glyph, Direction direction, double size) const override {
    const auto variants = variants_of(glyph, direction);
    for (const auto& variant : variants)
      if (variant.advance / em_ >= size) return {{{variant.glyph, 0}}, variant.advance / em_};
    if (Stretched built = assembled(glyph, direction, size); !built.parts.empty()) return built;
    if (!variants.empty()) return {{{variants.back().glyph, 0}}, variants.back().advance / em_};
    const Extents own = extents(glyph);
    return {{{glyph, 0}}, direction == Direction::kVertical ? own.height + own.depth : own.advance};
  }

  Glyph within_width(Glyph glyph, double width) const override {
    Glyph best = glyph;
    for (const auto& variant : variants_of(glyph, Direction::kHorizontal))
      if (variant.advance / em_ <= width) best = variant.glyph;
    return best;
  }

  QPainterPath outline(Glyph glyph) const override {
    QPainterPath path;
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(font_.get(), glyph, path_functions(), &path);
#else
    hb_font_get_glyph_shape(font_.get(), glyph, path_functions(), &path);
#endif
    path.setFillRule(Qt::WindingFill);
    return QTransform::fromScale(1 / em_, 1 / em_).map(path);
  }

 private:
  static hb_direction_t along(Direction direction) {
    return direction == Direction::kVertical ? HB_DIRECTION_BTT : HB_DIRECTION_LTR;
  }

  std::vector<hb_ot_math_glyph_variant_t> variants_of(Glyph glyph, Direction direction) const {
    unsigned count =
        hb_ot_math_get_glyph_variants(font_.get(), glyph, along(direction), 0, nullptr, nullptr);
    std::vector<hb_ot_math_glyph_variant_t> variants(count);
    hb_ot_math_get_glyph_variants(font_.get(), glyph, along(direction), 0, &count, variants.data());
    variants.resize(count);
    return variants;
  }

  /// Parts that repeat are repeated, and joints overlap, until the size is reached.
  Stretched assembled(Glyph glyph, Direction direction, double size) const {
    unsigned count = hb_ot_math_get_glyph_assembly(font_.get(), glyph, along(direction), 0, nullptr,
                                                   nullptr, nullptr);
    std::vector<hb_ot_math_glyph_part_t> parts(count);
    hb_ot_math_get_glyph_assembly(font_.get(), glyph, along(direction), 0, &count, parts.data(),
                                  nullptr);
    if (count == 0) return {};
    const int overlap = hb_ot_math_get_min_connector_overlap(font_.get(), along(direction));
    const double wanted = size * em_;
    std::vector<hb_ot_math_glyph_part_t> row;
    double longest = 0;
    for (int repeats = 1; repeats <= kMostRepeats && longest < wanted; ++repeats) {
      row.clear();
      longest = 0;
      for (const auto& part : parts) {
        const bool extends = (part.flags & HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER) != 0;
        for (int i = 0; i < (extends ? repeats : 1); ++i) {
          longest += part.full_advance - (row.empty() ? 0 : overlap);
          row.push_back(part);
        }
      }
      if (row.size() == parts.size() && repeats > 1) break;  // none of them repeats
    }
    return joined(row, overlap, longest - wanted);
  }

  /// With `excess` of the length taken back at the joints, as far as the parts allow it.
  Stretched joined(const std::vector<hb_ot_math_glyph_part_t>& row, int overlap,
                   double excess) const {
    Stretched result;
    const double at_each = row.size() > 1 ? std::max(0.0, excess) / double(row.size() - 1) : 0;
    double end = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) {
        const double most =
            std::min(row[i - 1].end_connector_length, row[i].start_connector_length);
        end -= std::max(double(overlap), std::min(most, overlap + at_each));
      }
      result.parts.push_back({row[i].glyph, end / em_});
      end += row[i].full_advance;
    }
    result.size = end / em_;
    return result;
  }

  QByteArray data_;
  std::unique_ptr<hb_face_t, Destroy> face_;
  std::unique_ptr<hb_font_t, Destroy> font_;
  double em_ = 1000;
  mutable std::unordered_map<std::uint64_t, Glyph> script_forms_;
};

}  // namespace

const Font* math_font() {
  static const std::unique_ptr<const HarfBuzzFont> font = [] {
    QFile file(QStringLiteral(":/fonts/math.otf"));
    if (!file.open(QIODevice::ReadOnly)) return std::unique_ptr<const HarfBuzzFont>();
    auto read = std::make_unique<const HarfBuzzFont>(file.readAll());
    return read->usable() ? std::move(read) : nullptr;
  }();
  return font.get();
}

}  // namespace canter::ui::math
