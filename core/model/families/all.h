#pragma once

#include "model/families/family.h"

namespace canter {

extern const Family kFalcon;
extern const Family kGemma2;
extern const Family kGemma3;
extern const Family kGemma4;
extern const Family kGlm4;
extern const Family kGptOss;
extern const Family kGranite;
extern const Family kGraniteHybrid;
extern const Family kGraniteMoe;
extern const Family kLfm2;
extern const Family kLfm2Moe;
extern const Family kLlama;
extern const Family kMistral3;
extern const Family kOlmo2;
extern const Family kPhi3;
extern const Family kQwen2;
extern const Family kQwen2Moe;
extern const Family kQwen3;
extern const Family kQwen35;
extern const Family kQwen35Moe;
extern const Family kQwen3Moe;
extern const Family kSmolLm3;

}  // namespace canter
