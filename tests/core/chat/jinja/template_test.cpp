#include "chat/jinja/template.h"

#include <chrono>

#include "core/chat/jinja/rendering.h"

namespace canter::test {
namespace {

using jinja::Template;
using testing::EndsWith;
using testing::HasSubstr;

TEST(JinjaTemplate, says_where_it_cannot_be_read) {
  const Error error = failure("first line\n  {{ 1 2 }}");
  EXPECT_EQ(error.kind, ErrorKind::kBadFile);
  EXPECT_EQ(error.message,
            "the chat template has an error at 2:8: expected token 'end of print statement', got "
            "'integer', correct it or use another template");
}

TEST(JinjaTemplate, says_where_it_fails) {
  const Error error = failure("{% if true %}\r\n\xC3\xA9 {{ x.y.z }}{% endif %}");
  EXPECT_EQ(error.kind, ErrorKind::kBadFile);
  EXPECT_EQ(error.message,
            "the chat template fails at 2:7: 'x' is undefined, correct it or use another template");
}

TEST(JinjaTemplate, explains_what_is_wrong_with_it) {
  const std::pair<const char*, const char*> cases[] = {
      {"{% for x in y %}", "Unexpected end of template. Jinja was looking for 'else' or 'endfor'"},
      {"{% if x %}{% endfor %}", "Encountered unknown tag 'endfor'. Jinja was looking for 'elif'"},
      {"{% include 'x' %}", "'include' needs other templates, and there are none"},
      {"{% extends 'x' %}", "'extends' needs other templates"},
      {"{{ 'abc }}", "unexpected char '''"},
      {"{{ (1] }}", "unexpected ']', expected ')'"},
      {"{# never closed", "Missing end of comment tag"},
      {"{% raw %} x", "Missing end of raw directive"},
      {"{{ '\\x4' }}", "truncated or illegal \\x escape"},
      {"{{ x", "unexpected end of template, expected 'end of print statement'"},
      {"{% set 1 = 2 %}", "expected token 'name', got 'integer'"},
      {"{% set true = 2 %}", "can't assign to 'const'"},
      {"{{ f(a=1, 2) }}", "invalid syntax for function call expression"},
      {"{% macro f(a=1, b) %}{% endmacro %}", "non-default argument follows default argument"},
      {"{% call x %}{% endcall %}", "expected call"},
      {"{{ 1 is odd is even }}", "You cannot chain multiple tests with is"},
      {"{% for x in y %}{{ x | nope }}{% endfor %}", "No filter named 'nope'."},
      {"\xFF", "no UTF-8 text"},
      {"{{ 1e999999999999999999999 ** 2 }}{{ 99999999999999999999999999999999999999999 }}",
       "a number is too large"},
  };
  for (const auto& [source, message] : cases) {
    EXPECT_THAT(failure(source).message, HasSubstr(message)) << source;
  }
}

TEST(JinjaTemplate, explains_what_values_cannot_do) {
  const std::pair<const char*, const char*> cases[] = {
      {"{{ none + 1 }}", "unsupported operand type(s) for +: 'NoneType' and 'int'"},
      {"{{ [] < 1 }}", "'<' not supported between instances of 'list' and 'int'"},
      {"{{ 1 % 0 }}", "division by zero"},
      {"{{ 2 ** 200 }}", "a number is too large"},
      {"{{ 9 ** 9 ** 9 ** 9 }}", "a number is too large"},
      {"{{ '%d' % 'x' }}", "%d format: a real number is required, not str"},
      {"{{ '%s' % (1, 2) }}", "not all arguments converted during string formatting"},
      {"{{ '{}'.format() }}", "Replacement index 0 out of range"},
      {"{{ {[]: 1} }}", "unhashable type: 'list'"},
      {"{{ 'a' | tojson(1, 2, 3, 4, 5) }}", "tojson() takes at most 4 arguments (5 given)"},
      {"{{ 'a' | trim(nope=1) }}", "trim() got an unexpected keyword argument 'nope'"},
      {"{{ 'a' | replace('b') }}", "replace() missing required argument: 'new'"},
      {"{{ 'x'.split(1) }}", "split() wants a string as 'sep', not 'int'"},
      {"{{ '{' | from_json }}", "from_json got a text that is no JSON"},
      {"{% for a, b in [[1]] %}{% endfor %}", "not enough values to unpack (expected 2, got 1)"},
      {"{{ cycler() }}", "at least one item has to be provided"},
  };
  for (const auto& [source, message] : cases) {
    EXPECT_THAT(failure(source).message, HasSubstr(message)) << source;
  }
}

TEST(JinjaTemplate, explains_in_one_short_line_whatever_the_template_says) {
  const Error error = failure("{{ 'x' | map('a\\nb' * 10000) }}");
  EXPECT_THAT(error.message, HasSubstr("No filter named 'a ba b"));
  EXPECT_LT(error.message.size(), 600u);
}

TEST(JinjaTemplate, hands_on_what_the_template_itself_refuses) {
  const auto parsed = Template::parse("{{ raise_exception('Roles must\nalternate') }}");
  const auto rendered = parsed->render({});
  ASSERT_FALSE(rendered);
  EXPECT_TRUE(rendered.error().raised);
  EXPECT_EQ(rendered.error().error.message, "Roles must\nalternate");
}

TEST(JinjaTemplate, changes_only_what_it_made_itself) {
  const OrderedJson input = {{"given", {1, 2}}, {"object", {{"a", 1}}}};
  EXPECT_EQ(render("{% set own = [] %}{% set _ = own.append(3) %}{% set _ = own.extend([4, 5]) %}"
                   "{{ own.pop(0) }}{{ own }}")
                .text,
            "3[4, 5]");
  EXPECT_EQ(render("{% set d = {} %}{% set _ = d.update({'k': 1}, j=2) %}{{ d }}").text,
            "{'k': 1, 'j': 2}");
  EXPECT_THAT(failure("{{ given.append(3) }}", input).message,
              HasSubstr("access to attribute 'append' of 'list' object is unsafe."));
  EXPECT_THAT(failure("{{ object.update({}) }}", input).message, HasSubstr("is unsafe"));
  EXPECT_THAT(failure("{% set l = [] %}{{ l.append(l) }}").message,
              HasSubstr("a list cannot contain itself"));
  EXPECT_THAT(failure("{% set d = {} %}{{ d.update({'k': 1}, d=d.items()) }}").message,
              HasSubstr("a dictionary cannot contain itself"));
}

TEST(JinjaTemplate, knows_tools_as_none_when_there_are_none) {
  EXPECT_EQ(render("{{ tools }} {{ documents is none }} {{ other is defined }}").text,
            "None True False");
  EXPECT_EQ(render("{{ tools }}", {{"tools", {1}}}).text, "[1]");
}

TEST(JinjaTemplate, writes_the_clock_it_is_given) {
  EXPECT_EQ(render("{{ strftime_now('%d %B %Y %-d.%-m. %H:%M %p %% %q') }}", {},
                   {.now = 86'400 * 40 + 3'660, .limits = {}})
                .text,
            "10 February 1970 10.2. 01:01 AM % %q");
}

TEST(JinjaTemplate, names_what_it_reads) {
  const auto parsed = Template::parse(
      "{% if enable_thinking %}{{ message.reasoning }}{{ m['key'] }}{{ m.get('got') }}{% endif %}"
      "{{ 'within' in m }}{% set written = 'literal' %}");
  for (const char* name : {"enable_thinking", "message", "reasoning", "key", "got", "within"}) {
    EXPECT_TRUE(parsed->names(name)) << name;
  }
  for (const char* name : {"written", "literal", "thinking"}) EXPECT_FALSE(parsed->names(name));
}

TEST(JinjaTemplate, ends_when_it_takes_too_long) {
  const jinja::RenderOptions options{.now = 0, .limits = {.steps = 10'000}};
  const Error error = failure(
      "{% for a in range(1000) %}{% for b in range(1000) %}{% endfor %}{% endfor %}", {}, options);
  EXPECT_EQ(error.kind, ErrorKind::kTooLarge);
  EXPECT_THAT(error.message, HasSubstr("it takes too many steps"));
}

TEST(JinjaTemplate, ends_when_it_takes_too_much_memory) {
  for (const char* source :
       {"{{ 'x' * 2000000000 }}", "{{ 'x' * 99999999999999 }}", "{{ [0] * 1000000000 }}",
        "{{ ('x' * 100000).replace('x', 'x' * 100000) }}", "{{ 'x'.center(9999999999) }}",
        "{{ 'x'.zfill(9999999999) }}",
        "{% set ns = namespace(s='x') %}{% for i in range(99) %}{% set ns.s = ns.s + ns.s %}"
        "{% endfor %}",
        "{% set ns = namespace(l=[0]) %}{% for i in range(99) %}{% set ns.l = ns.l + ns.l %}"
        "{% endfor %}"}) {
    const Error error = failure(source, {}, {.now = 0, .limits = {.memory = 10'000'000}});
    EXPECT_EQ(error.kind, ErrorKind::kTooLarge) << source;
    EXPECT_THAT(error.message, HasSubstr("it takes too much memory")) << source;
  }
}

TEST(JinjaTemplate, ends_when_it_writes_too_much) {
  const Error error = failure("{% for i in range(1000) %}0123456789{% endfor %}", {},
                              {.now = 0, .limits = {.output = 5'000}});
  EXPECT_EQ(error.kind, ErrorKind::kTooLarge);
  EXPECT_THAT(error.message, HasSubstr("it writes too much text"));
}

TEST(JinjaTemplate, may_be_nested_only_so_deeply) {
  const auto repeated = [](const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
  };
  EXPECT_THAT(failure("{{ " + repeated("(", 100'000) + " }}").message,
              HasSubstr("unexpected '}', expected ')'"));
  EXPECT_THAT(failure("{{ " + repeated("(", 1'000) + "1" + repeated(")", 1'000) + " }}").message,
              HasSubstr("it is nested too deeply"));
  EXPECT_THAT(failure(repeated("{% if x %}", 1'000)).message, HasSubstr("it is nested too deeply"));
  EXPECT_THAT(failure("{{ " + repeated("not ", 1'000) + "x }}").message,
              HasSubstr("it is nested too deeply"));
  EXPECT_THAT(failure("{{ 1" + repeated(" + 1", 1'000) + " }}").message,
              HasSubstr("too many parts in a row"));
  EXPECT_THAT(failure("{{ x" + repeated("|trim", 1'000) + " }}").message,
              HasSubstr("too many parts in a row"));
  EXPECT_THAT(failure("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}").message,
              HasSubstr("maximum recursion depth exceeded"));
  EXPECT_THAT(failure("{% set ns = namespace(l=[]) %}{% for i in range(500) %}"
                      "{% set ns.l = [ns.l] %}{% endfor %}")
                  .message,
              HasSubstr("its values are nested too deeply"));
}

TEST(JinjaTemplate, has_sums_and_filters_of_a_hundred_parts) {
  std::string source = "{{ 1";
  for (int i = 1; i < 150; ++i) source += " + 1";
  EXPECT_EQ(render(source + " }}").text, "150");
}

// A list that holds the same list many times over is a tree of 2 to the power of its depth.
TEST(JinjaTemplate, is_not_caught_in_values_that_share_their_parts) {
  const std::string shared =
      "{% set ns = namespace(l=['x']) %}{% for i in range(60) %}{% set ns.l = [ns.l, ns.l] %}"
      "{% endfor %}";
  const jinja::RenderOptions options{.now = 0, .limits = {.steps = 1'000'000}};
  for (const char* use :
       {"{{ ns.l }}", "{{ ns.l | tojson }}", "{{ ns.l == ns.l + [] }}", "{{ ns.l < ns.l + [] }}"}) {
    EXPECT_EQ(failure(shared + use, {}, options).kind, ErrorKind::kTooLarge) << use;
  }
}

TEST(JinjaTemplate, refuses_input_that_is_nested_too_deeply) {
  OrderedJson nested = 1;
  for (int i = 0; i < 1'000; ++i) nested = OrderedJson::array({nested});
  EXPECT_EQ(failure("{{ x }}", {{"x", nested}}).kind, ErrorKind::kTooLarge);
}

TEST(JinjaTemplate, takes_damaged_text_of_the_input_as_unicode_would_have_it) {
  EXPECT_EQ(render("{{ x }}", {{"x", "a\xFF"}}).text, "a\uFFFD");
}

}  // namespace
}  // namespace canter::test
