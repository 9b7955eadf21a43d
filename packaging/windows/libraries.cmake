# The DLLs of the compiler and of libraries go along; windeployqt has seen to those of Qt.
if(WIN32 AND NOT CMAKE_CROSSCOMPILING)
  get_filename_component(dll_folder ${CMAKE_CXX_COMPILER} DIRECTORY)
  set(programs $<TARGET_FILE:canter-cli>)
  if(CANTER_QT)
    list(APPEND programs $<TARGET_FILE:canter>)
  endif()
  list(JOIN programs " " programs)
  install(CODE "
    file(GET_RUNTIME_DEPENDENCIES
      EXECUTABLES ${programs}
      RESOLVED_DEPENDENCIES_VAR found
      PRE_EXCLUDE_REGEXES ^api-ms- ^ext-ms-
      POST_EXCLUDE_REGEXES [Ss][Yy][Ss][Tt][Ee][Mm]32
      DIRECTORIES \"${dll_folder}\")
    file(INSTALL \${found} DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}\")")
endif()
