#pragma once

#include "options.h"

namespace canter::cli {

// Each adds its command below `parent`; when it is chosen, program.action does its work.
void add_inspect(CLI::App& parent, Program& program);
void add_tokenize(CLI::App& parent, Program& program);
void add_render(CLI::App& parent, Program& program);
void add_generate(CLI::App& parent, Program& program);
void add_chat(CLI::App& parent, Program& program);
void add_serve(CLI::App& parent, Program& program);
void add_score(CLI::App& parent, Program& program);
void add_bench(CLI::App& parent, Program& program);
void add_step_cost(CLI::App& parent, Program& program);
void add_tune(CLI::App& parent, Program& program);
void add_adapter(CLI::App& parent, Program& program);
void add_quantize(CLI::App& parent, Program& program);
void add_get(CLI::App& parent, Program& program);
void add_find(CLI::App& parent, Program& program);
void add_db_check(CLI::App& parent, Program& program);
void add_db_export(CLI::App& parent, Program& program);
void add_db_import(CLI::App& parent, Program& program);
void add_db_repair(CLI::App& parent, Program& program);

}  // namespace canter::cli
