#pragma once

#include "command_line.h"

namespace canter::cli {

// Each adds its command below `parent`.
void add_inspect(Command parent);
void add_tokenize(Command parent);
void add_render(Command parent);
void add_generate(Command parent);
void add_chat(Command parent);
void add_serve(Command parent);
void add_score(Command parent);
void add_bench(Command parent);
void add_step_cost(Command parent);
void add_tune(Command parent);
void add_adapter(Command parent);
void add_quantize(Command parent);
void add_get(Command parent);
void add_find(Command parent);
void add_db_check(Command parent);
void add_db_export(Command parent);
void add_db_import(Command parent);
void add_db_repair(Command parent);

}  // namespace canter::cli
