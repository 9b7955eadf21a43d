#include "architecture/layering.h"

#include <gmock/gmock.h>

#include "architecture/source_text.h"

namespace canter::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Layering, lets_a_folder_use_itself_what_lies_below_and_libraries) {
  EXPECT_THAT(layering_faults("core/format/gguf.cpp",
                              "#include \"format/gguf.h\"\n#include <nlohmann/json.hpp>\n"
                              "#include <sys/mman.h>\n#include \"base/error.h\"\n"),
              IsEmpty());
  EXPECT_THAT(layering_faults("core/engine/engine.cpp",
                              "#include \"store/store.h\"\n#include \"tune/tuner.h\"\n"),
              IsEmpty());
}

TEST(Layering, refuses_a_use_of_what_lies_above) {
  EXPECT_THAT(layering_faults("core/base/file.cpp", "\n#include \"format/gguf.h\"\n"),
              ElementsAre("core/base/file.cpp:2: base may not use format/gguf.h"));
  EXPECT_THAT(layering_faults("core/tensor/kernels/avx2.cpp", "#include \"model/model.h\""),
              ElementsAre("core/tensor/kernels/avx2.cpp:1: tensor may not use model/model.h"));
  EXPECT_THAT(layering_faults("core/model/a.h", "#include \"ui/window.h\""), testing::SizeIs(1));
}

TEST(Layering, refuses_a_use_of_a_neighbour) {
  EXPECT_THAT(layering_faults("core/store/store.cpp", "#include \"decode/statistics.h\""),
              ElementsAre("core/store/store.cpp:1: store may not use decode/statistics.h"));
  EXPECT_THAT(layering_faults("core/decode/decoder.h", "#include \"tune/tuner.h\""),
              testing::SizeIs(1));
}

TEST(Layering, refuses_ways_around_the_rules) {
  EXPECT_THAT(layering_faults("core/base/a.h", "#include <format/gguf.h>"), testing::SizeIs(1));
  EXPECT_THAT(layering_faults("core/base/a.h", "#  include \"../format/gguf.h\""),
              testing::SizeIs(1));
  EXPECT_THAT(layering_faults("ui/chat/a.h", "#include \"core/model/model.h\""),
              testing::SizeIs(1));
  EXPECT_THAT(layering_faults("core/novel/a.h", ""), testing::SizeIs(1));
}

TEST(Layering, refuses_qt_below_the_core) {
  for (const char* header :
       {"<QString>", "<QtCore/QString>", "<QtGlobal>", "<qglobal.h>", "\"QString\""}) {
    EXPECT_THAT(layering_faults("core/engine/a.h", std::string("#include ") + header),
                testing::SizeIs(1))
        << header;
    EXPECT_THAT(layering_faults("ui/chat/a.h", std::string("#include ") + header), IsEmpty());
  }
}

TEST(Layering, lets_the_window_use_the_engine_the_server_and_value_headers_alone) {
  EXPECT_THAT(layering_faults("ui/chat/a.cpp",
                              "#include \"engine/engine.h\"\n#include \"base/error.h\"\n"
                              "#include \"serve/server_host.h\"\n"
                              "#include \"store/records.h\"\n#include \"decode/statistics.h\"\n"
                              "#include \"session/session.h\"\n"),
              IsEmpty());
  EXPECT_THAT(layering_faults("ui/chat/a.cpp", "#include \"store/store.h\""), testing::SizeIs(1));
  EXPECT_THAT(layering_faults("ui/chat/a.cpp", "#include \"model/model.h\""), testing::SizeIs(1));
  EXPECT_THAT(layering_faults("ui/chat/a.cpp", "#include \"app/main.h\""), testing::SizeIs(1));
  const std::string both = "#include \"chat/a.h\"\n#include \"chat/chat_format.h\"";
  EXPECT_THAT(layering_faults("ui/chat/a.cpp", both, {"chat/a.h"}), testing::SizeIs(1));
}

TEST(Layering, lets_the_programs_use_everything) {
  EXPECT_THAT(layering_faults("app/main.cpp", "#include \"model/model.h\"\n#include <QString>"),
              IsEmpty());
}

TEST(Layering, does_not_read_comments) {
  EXPECT_THAT(layering_faults("core/base/a.h",
                              "// #include \"model/model.h\"\n/*\n"
                              "#include \"model/model.h\"\n*/"),
              IsEmpty());
}

TEST(Conduct, refuses_terminal_exceptions_and_ends_of_the_program) {
  for (const char* code :
       {"std::cout << 1;", "using std::cerr;", "printf(\"x\");", "std::puts (\"x\");", "abort();",
        "std::exit(1);", "throw 1;", "std::terminate();", "fprintf(stderr, \"x\");"}) {
    EXPECT_THAT(conduct_faults("core/base/a.cpp", std::string("\n") + code),
                ElementsAre(testing::StartsWith("core/base/a.cpp:2: the core may not use ")))
        << code;
  }
}

TEST(Conduct, lets_exceptions_pass_where_they_are_turned_into_errors) {
  EXPECT_THAT(conduct_faults("core/model/a.cpp", "catch (...) { throw; }"), IsEmpty());
  EXPECT_THAT(conduct_faults("core/store/a.cpp", "throw SQLite::Exception(x);"), IsEmpty());
  EXPECT_THAT(conduct_faults("core/store/store.h", "throw 1;"), testing::SizeIs(1));
  EXPECT_THAT(conduct_faults("core/model/a.cpp", "throw SQLite::Exception(x);"),
              testing::SizeIs(1));
}

TEST(Conduct, does_not_read_comments_and_literals) {
  EXPECT_THAT(conduct_faults("core/base/a.cpp",
                             "// throw\n/* abort() */ auto a = \"throw \\\" throw\";\n"
                             "auto b = R\"x(\" throw )\" )x\"; int c = 1'000; char d = '\"';\n"
                             "auto e = \"throw\";"),
              IsEmpty());
}

TEST(Conduct, knows_formatting_and_members_from_what_it_refuses) {
  EXPECT_THAT(conduct_faults("core/base/a.cpp",
                             "std::snprintf(a, 1, b); loop.exit(); x->abort(); int exit = 0;\n"
                             "bool throws_nothing() noexcept; bool abort_requested;"),
              IsEmpty());
}

TEST(SourceText, keeps_code_and_line_breaks_behind_literals) {
  EXPECT_EQ(without_comments("a \"// b\" c // d\ne /* f\ng */ h", false),
            "a \"    \" c     \ne     \n     h");
  EXPECT_EQ(without_comments("x = 1'000'000; y = '\\'';", false), "x = 1'000'000; y = '  ';");
}

}  // namespace
}  // namespace canter::test
