install.packages(c("dplyr", "tibble"))
